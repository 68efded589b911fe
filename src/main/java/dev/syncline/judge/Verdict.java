package dev.syncline.judge;

/** What is to happen with a record of a page. */
public enum Verdict {
    /** Send it. */
    UPSERT,
    /** Tell the target that it is gone, as the route's delete policy says. */
    DEACTIVATE,
    DELETE,
    /** The target has this content already. */
    UNCHANGED,
    /** The target refused this content before; it is not sent again until it changes or someone retries it. */
    STILL_FAILED,
    /** Something must be supplied first. */
    HOLD,
    /** A rule keeps it back. */
    BLOCK,
    /** It cannot be sent at all: the reason says why. */
    REFUSE;

    /** Whether a record with this verdict goes to the target. */
    public boolean isDelivered() {
        return this == UPSERT || this == DEACTIVATE || this == DELETE;
    }
}
