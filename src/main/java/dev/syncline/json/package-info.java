/** JSON of other systems: answers read as streams, numbers as they are written, text that cannot be stored as it is. */
package dev.syncline.json;
