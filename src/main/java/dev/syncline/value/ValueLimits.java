package dev.syncline.value;

import java.time.Instant;

/**
 * What values a database holds at all, whatever the column.
 *
 * @param takesNul whether a text may have the character NUL
 * @param takesInfinity whether numbers and times may be infinite, and years be before 1 and after 9999
 * @param roundsTimes whether times that are too precise for their column are rounded, and not cut off
 * @param firstMoment the first point in time, and the last one; null for none
 */
public record ValueLimits(
        boolean takesNul, boolean takesInfinity, boolean roundsTimes, Instant firstMoment, Instant lastMoment) {
    public static final ValueLimits USUAL = new ValueLimits(true, false, true, null, null);
}
