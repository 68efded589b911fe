package dev.syncline.value;

import java.time.Instant;

/**
 * Limits of values in a database, whatever the column.
 *
 * @param takesNul whether a text may have NUL characters
 * @param takesInfinity whether numbers and times may be infinite, and years before 1 or after 9999
 * @param roundsTimes whether times are rounded to the precision of their column, and not truncated
 * @param firstMoment the first instant, and the last one; null for no limit
 */
public record ValueLimits(
        boolean takesNul, boolean takesInfinity, boolean roundsTimes, Instant firstMoment, Instant lastMoment) {
    public static final ValueLimits USUAL = new ValueLimits(true, false, true, null, null);
}
