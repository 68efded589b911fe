package dev.syncline.page;

import java.time.Instant;
import java.util.Map;

/**
 * How a source stood when a run began to read it.
 *
 * @param now its own clock
 * @param open the transactions that were open, each with when it began, or null where the reader may not see that; null
 *     where the source does not tell
 */
record SourceState(Instant now, Map<String, Instant> open) {}
