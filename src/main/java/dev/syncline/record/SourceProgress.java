package dev.syncline.record;

import java.time.Instant;

/**
 * What a page says of its source, and how far the run's rows reach.
 *
 * @param expected how many records the run covers, as far as is known
 * @param now the source's clock when the run began to read; null where it does not tell
 * @param horizon before which no transaction began that is still open at the source; null where it does not tell
 * @param unit what changed-at counts: {@code TIME} or {@code NUMBER}; null where the page does not say
 * @param highest the highest changed-at of the rows read so far that count; null for none
 * @param far the lowest changed-at of those that are far ahead of all others; null for none
 * @param beyond how many are
 */
public record SourceProgress(
        Long expected, Instant now, Instant horizon, String unit, Long highest, Long far, int beyond) {
    public static final SourceProgress NONE = new SourceProgress(null, null, null, null, null, null, 0);
}
