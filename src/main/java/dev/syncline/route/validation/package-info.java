/**
 * Refuses route files that Camel would load and then ignore in part: misspelt parameters, duplicate ids, unknown
 * systems and prerequisites. Checks the text of the files only, and calls no system.
 */
package dev.syncline.route.validation;
