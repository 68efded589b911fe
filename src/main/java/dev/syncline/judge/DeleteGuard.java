package dev.syncline.judge;

import dev.syncline.page.RunContext;
import dev.syncline.record.Known;
import dev.syncline.record.RecordStatus;

/** Deletions that are held because there are too many of them. */
public final class DeleteGuard {
    private static final String BEGINNING = "Gone at the source, as ";

    private DeleteGuard() {}

    /** Whether so many are more than the guard lets pass. One record is never too many: a table of three may lose one. */
    public static boolean isTooMany(long gone, long asked, int percent) {
        return gone > 1 && gone * 100 > asked * percent;
    }

    public static String reason(long gone, long asked, int percent) {
        return BEGINNING + gone + " of " + asked + " records are: more than the " + percent
                + " % that the route's deleteGuard lets pass, so the target is not told. Where the source is right, retry"
                + " the records, or set deleteGuard to 100 and run the route deep; where it is not, they go by themselves"
                + " once their rows are back";
    }

    /**
     * Why the deletion of a record is held, null where it is not. One that was held stays so until a deep run has counted
     * fewer, or somebody asks for that record.
     */
    static String holds(Known known, RunContext run, String counted) {
        if (counted != null) {
            return counted.isEmpty() ? null : counted;
        }
        boolean wasHeld = known != null
                && known.status() == RecordStatus.ON_HOLD
                && known.reason() != null
                && known.reason().startsWith(BEGINNING);
        return wasHeld && !run.resend() && !run.repairs() ? known.reason() : null;
    }
}
