package dev.syncline.message;

/**
 * Something that is the matter now: one thing to do for a person, however many records it concerns.
 *
 * @param title in a few words, of a person's language
 * @param text what happened and what to do
 * @param path of the page of the console that helps
 */
record Cause(CauseId id, String title, String text, String path) {}
