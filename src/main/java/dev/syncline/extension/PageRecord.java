package dev.syncline.extension;

import dev.syncline.page.Row;

/**
 * A record of a page as its extension sees it.
 *
 * @param key its key in the status table
 * @param row as the extension prepared it
 * @param content what the target is sent, or has: JSON in UTF-8
 */
public record PageRecord(String key, Row row, byte[] content) {}
