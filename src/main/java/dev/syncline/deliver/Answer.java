package dev.syncline.deliver;

/**
 * What the target made of one record.
 *
 * @param ref the target's own id of the record, where it told
 * @param reason the target's own words, where it refused
 */
public record Answer(Result result, String ref, String reason) {
    /** What a target does with a record. */
    public enum Result {
        CREATED,
        UPDATED,
        UNCHANGED,
        DELETED,
        REFUSED
    }
}
