package dev.syncline.deliver;

/**
 * What the target made of one record.
 *
 * @param ref the target's own id of the record, where it told
 * @param reason the target's own words, where it refused or the record is held
 * @param canHeal whether the record was refused by something that can heal: the next run sends it again
 * @param isCertain whether a record that is refused or held is not there by this delivery: the target said so itself, in words
 *     that are known, and no call before was left without an answer
 */
public record Answer(Result result, String ref, String reason, boolean canHeal, boolean isCertain) {
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
        this(result, ref, reason, false, false);
    }

    /** Whether the target has nothing of the record for certain; false where that is not known. */
    public boolean isUnwritten() {
        return isCertain && (result == Result.HELD || result == Result.REFUSED);
    }

    Answer certain(boolean is) {
        return is == isCertain ? this : new Answer(result, ref, reason, canHeal, is);
    }

    /** The same with that id, where the target did not tell one. */
    Answer orRef(String known) {
        return ref != null || known == null ? this : new Answer(result, known, reason, canHeal, isCertain);
    }

    static Answer refusedForNow(String reason) {
        return new Answer(Result.REFUSED, null, reason, true, false);
    }
}
