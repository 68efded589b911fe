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
 * @param change what it changes at the target; null where that is not known before it is judged
 */
public record Row(
        String key, Long changedAt, Map<String, Object> fields, boolean deleted, Mark mark, RowChange change) {
    public Row(String key, Long changedAt, Map<String, Object> fields, boolean deleted) {
        this(key, changedAt, fields, deleted, null, null);
    }

    /** The version of the target's record that it was made for; null where it was made for none. */
    public String base() {
        return change == null ? null : change.base();
    }

    /** Whether the target may have some of it from a run before, which did not record that. */
    public boolean isOwed() {
        return change != null && change.isOwed();
    }
}
