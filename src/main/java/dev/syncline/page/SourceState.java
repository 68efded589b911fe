package dev.syncline.page;

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
record SourceState(Instant now, Map<String, Instant> open, Long oldest, Long next) {
    SourceState(Instant now, Map<String, Instant> open) {
        this(now, open, null, null);
    }
}
