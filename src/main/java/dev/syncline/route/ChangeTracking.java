package dev.syncline.route;

import java.time.ZoneId;

/**
 * How a source says what changed.
 *
 * @param changedAt the column or field that says when; empty for none
 * @param rangeBy the time column that ranges by time look at, where changed-at is a row version
 * @param zone of times that come without one
 * @param format the format of {@code changedAt} if it is text or digits; null if it is a time or a row version
 * @param windowed whether the range of a run counts
 * @param overlapMicros how far before its watermark {@code changes} begins, in microseconds
 * @param overlapNumber the same where changed-at is a row version
 */
public record ChangeTracking(
        String changedAt,
        String rangeBy,
        ZoneId zone,
        ChangedAtFormat format,
        boolean windowed,
        long overlapMicros,
        long overlapNumber) {}
