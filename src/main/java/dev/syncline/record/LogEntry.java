package dev.syncline.record;

import java.time.Instant;
import java.util.List;

/**
 * One record in one row of the document log.
 *
 * @param index its place in the row
 * @param previous the row that holds the record's entry before this one; null for the first
 * @param content JSON as it was sent
 */
public record LogEntry(
        long logId,
        int index,
        Instant at,
        long runId,
        int route,
        String key,
        String title,
        Action action,
        List<String> changed,
        Long previous,
        String content) {}
