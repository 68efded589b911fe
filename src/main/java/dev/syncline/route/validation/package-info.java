/**
 * Refuses route files that Camel would load and then ignore in part: misspelt parameters, ids given twice, systems and
 * prerequisites that are not there. Knows the text of the files only; no system is asked.
 */
package dev.syncline.route.validation;
