package dev.syncline.record.content;

import dev.syncline.record.RecordStatus;

/**
 * The content of a record that the hub keeps.
 *
 * @param json what was last sent of it, or what is to be sent if it is no success
 */
public record KeptContent(String key, String title, RecordStatus status, String json) {}
