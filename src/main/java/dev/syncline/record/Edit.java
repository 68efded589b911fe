package dev.syncline.record;

/**
 * What is to be sent in a record's stead, once.
 *
 * @param payload a JSON object, sent as it stands
 */
public record Edit(long id, String key, String payload) {}
