package dev.syncline.record;

import java.time.Instant;
import java.util.List;

/**
 * One record in one row of the document log.
 *
 * @param index its place in the row
 * @param previous the row that holds the record's entry before this one; null for the first
 * @param status SUCCESS; another one only of a dry run, which would keep it back or would not send it
 * @param reason why, where it is no success
 * @param content JSON as it was sent; empty where it would not be
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
        RecordStatus status,
        String reason,
        String content) {}
