package dev.syncline.sql;

import java.time.Instant;
import java.util.Map;

/**
 * The clock and the open transactions of a source when a run began to read it.
 *
 * @param now its own clock
 * @param open the open transactions, each with its begin, or null if the reader may not see that; null if the source
 *     does not report them
 * @param oldest of a standby: the number of the oldest open transaction of its primary; null otherwise
 * @param next of a standby: the number of the next transaction of its primary; null otherwise
 */
public record SourceState(Instant now, Map<String, Instant> open, Long oldest, Long next) {
    /** The clock of a standby that has replayed no commit since it was started. */
    public static final Instant UNKNOWN = Instant.EPOCH;

    public SourceState(Instant now, Map<String, Instant> open) {
        this(now, open, null, null);
    }
}
