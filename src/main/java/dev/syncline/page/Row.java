package dev.syncline.page;

import java.util.Map;

/**
 * One business object as its source gave it.
 *
 * @param key its key as text; null or blank where the source has none
 * @param changedAt when it changed, in microseconds since 1970 or as a row version; null where the source does not say
 * @param fields name to value, in the source's order, without the changed-at: text, numbers, booleans, java.time,
 *     lists and maps, {@link RawJson}. Lists are collections of children.
 * @param deleted whether the source marks it as deleted
 */
public record Row(String key, Long changedAt, Map<String, Object> fields, boolean deleted) {}
