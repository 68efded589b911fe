/**
 * Reads JSON of other systems: answers as streams, numbers with their spelling, text that cannot be stored unchanged.
 */
package dev.syncline.json;
