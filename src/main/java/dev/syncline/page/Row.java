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
 * @param mark why it is not to be delivered; null where nothing speaks against it
 * @param base the version of what the target has that the fields were made for; null where they were made for none. A
 *     target that counts versions does not take the row when it has another one by then.
 * @param news what is new in it, where that is known before it is judged; else null
 */
public record Row(
        String key, Long changedAt, Map<String, Object> fields, boolean deleted, Mark mark, String base, News news) {
    public Row(String key, Long changedAt, Map<String, Object> fields, boolean deleted) {
        this(key, changedAt, fields, deleted, null, null, null);
    }
}
