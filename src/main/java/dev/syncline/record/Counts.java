package dev.syncline.record;

import java.util.Map;

/**
 * How many records a run has read and what became of them. {@code deleted} counts records that the target was told are
 * gone; they were not read.
 */
public record Counts(
        long read, long created, long updated, long unchanged, long deleted, long failed, long blocked, long onHold) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    public Counts plus(Counts more) {
        return new Counts(
                read + more.read,
                created + more.created,
                updated + more.updated,
                unchanged + more.unchanged,
                deleted + more.deleted,
                failed + more.failed,
                blocked + more.blocked,
                onHold + more.onHold);
    }

    /** By the columns of {@code sync_run}. */
    Map<String, Long> byColumn() {
        return Map.of(
                "read", read,
                "created", created,
                "updated", updated,
                "unchanged", unchanged,
                "deleted", deleted,
                "failed", failed,
                "blocked", blocked,
                "on_hold", onHold);
    }

    /** Whether every record that was read is accounted for. */
    public boolean addUp() {
        return read == created + updated + unchanged + failed + blocked + onHold;
    }
}
