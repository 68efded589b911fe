package dev.syncline.run.phase;

/** What a run looks through, one after the other. The names are kept in {@code sync_run}. */
public enum Phase {
    /** The rows in its range, or its keys. */
    RANGE,
    /** Records that were kept back: what they wait for may have come, though they did not change. */
    HELD,
    /** How many records the source no longer has; before the target is told of the first. */
    COUNT_VANISHED,
    /** Records that the source no longer has. */
    VANISHED,
    /** Records that never got to the target, and that the source may no longer have. */
    UNDELIVERED,
    /** Records that somebody wants retried. */
    IN_LINE,
    END
}
