package dev.syncline.page;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What {@code direct:<system>.read} answers.
 *
 * @param rows in (changed-at, key) order; rows that tie in both are on one page
 * @param next the cursor of the next page, opaque to everyone but the source; null after the last one
 * @param expected on the first page: how many rows the request covers, where the source can tell cheaply
 * @param sourceNow on the first page: the source's own clock when it began to read, where it tells
 * @param horizon on the first page: a moment before which no transaction began that is still open at the source, or, of a
 *     source that tells no clock of its own, when it was asked, as its answer says; null where it does not tell
 * @param duplicates where the source was opened for this page: the keys that several of its rows have; null else
 * @param unit what the rows' changed-at counts
 * @param rest rows behind these that go as the next page, as what is read for them does not fit this one
 */
public record Page(
        List<Row> rows,
        String next,
        Long expected,
        Instant sourceNow,
        Instant horizon,
        Set<String> duplicates,
        Unit unit,
        List<Row> rest) {
    /** With all that was read. */
    public Page(
            List<Row> rows,
            String next,
            Long expected,
            Instant sourceNow,
            Instant horizon,
            Set<String> duplicates,
            Unit unit) {
        this(rows, next, expected, sourceNow, horizon, duplicates, unit, List.of());
    }

    /** Of a source that does not tell its horizon. */
    public Page(List<Row> rows, String next, Long expected, Instant sourceNow, Set<String> duplicates, Unit unit) {
        this(rows, next, expected, sourceNow, null, duplicates, unit);
    }

    /** Of rows alone, after which none come. */
    public static Page of(List<Row> rows, Set<String> duplicates) {
        return new Page(rows, null, null, null, duplicates, null);
    }

    /** The same page of a source that tells its horizon. */
    Page upTo(Instant known) {
        return new Page(rows, next, expected, sourceNow, known, duplicates, unit);
    }

    /** The page of its first rows; the others are left for the next one. */
    public Page first(int count) {
        return with(rows.subList(0, count), rows.subList(count, rows.size()));
    }

    /** The same with other rows. */
    public Page with(List<Row> others, List<Row> left) {
        return new Page(others, next, expected, sourceNow, horizon, duplicates, unit, left);
    }

    /** What a changed-at counts: microseconds, or row versions. */
    public enum Unit {
        TIME,
        NUMBER
    }
}
