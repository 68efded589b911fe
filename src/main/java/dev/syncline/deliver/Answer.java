package dev.syncline.deliver;

/**
 * What the target made of one record.
 *
 * @param ref the target's own id of the record, where it told
 * @param reason the target's own words, where it refused or the record is held
 * @param canHeal whether the record was refused by something that can heal: the next run sends it again
 */
public record Answer(Result result, String ref, String reason, boolean canHeal) {
    /** What a target does with a record. */
    public enum Result {
        CREATED,
        UPDATED,
        UNCHANGED,
        DELETED,
        REFUSED,
        /** Somebody edited it there meanwhile: nothing was written, each run looks again. */
        HELD
    }

    public Answer(Result result, String ref, String reason) {
        this(result, ref, reason, false);
    }

    /** Whether the target says that it did not write the record, and not only that something went wrong. */
    public boolean isUnwritten() {
        return result == Result.HELD || result == Result.REFUSED && !canHeal;
    }

    static Answer refusedForNow(String reason) {
        return new Answer(Result.REFUSED, null, reason, true);
    }
}
