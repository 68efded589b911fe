package dev.syncline.sql;

import java.time.Instant;
import java.util.Map;

/**
 * How a source stood when a run began to read it.
 *
 * @param now its own clock
 * @param open the transactions that were open, each with when it began, or null where the reader may not see that; null
 *     where the source does not tell
 * @param oldest of a standby: the number of the oldest transaction that is open at its primary; null of any other
 * @param next of a standby: the number that its primary's next transaction gets; null of any other
 */
public record SourceState(Instant now, Map<String, Instant> open, Long oldest, Long next) {
    /** The clock of a standby that has replayed no commit since it was started. */
    public static final Instant UNKNOWN = Instant.EPOCH;

    public SourceState(Instant now, Map<String, Instant> open) {
        this(now, open, null, null);
    }
}
