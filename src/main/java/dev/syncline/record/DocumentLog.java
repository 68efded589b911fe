package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the document log: arrays of records, as many in a row as fit a page of the table. */
@ApplicationScoped
class DocumentLog {
    private static final String COPY =
            """
            copy sync_document_log
                (id, at, run_id, route, dry_run, keys, titles, actions, changed, previous, lengths, contents,
                statuses, reasons)
            from stdin (format binary)""";

    /** Where PostgreSQL counts its microseconds from. */
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    /** What a row holds beside the page's header and its own; a record that is larger has a row of its own. */
    private static final int ROOM = 7_600;

    /** What a record takes beside its texts. */
    private static final int OVERHEAD = 40;

    private static final byte[] NOTHING = {};

    private final Clock clock;

    DocumentLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Writes a page's entries, in the caller's transaction.
     *
     * @return the number of the row that each of them stands in
     */
    long[] write(Connection connection, PageResult page, List<Outcome> entries) throws SQLException {
        int[] ends = ends(entries);
        long[] ids = nextIds(connection, ends.length);
        long[] rowOf = new long[entries.size()];
        long at = ChronoUnit.MICROS.between(EPOCH, clock.instant());
        try (BinaryCopy copy = new BinaryCopy(connection, COPY)) {
            int from = 0;
            for (int row = 0; row < ends.length; row++) {
                Arrays.fill(rowOf, from, ends[row], ids[row]);
                row(copy, ids[row], at, page, entries.subList(from, ends[row]));
                from = ends[row];
            }
            copy.finish();
        }
        return rowOf;
    }

    /** Where each row ends: the index behind its last entry. */
    private static int[] ends(List<Outcome> entries) {
        IntStream.Builder ends = IntStream.builder();
        int size = 0;
        for (int i = 0; i < entries.size(); i++) {
            Outcome entry = entries.get(i);
            int more = OVERHEAD
                    + content(entry).length
                    + (entry.reason() == null ? 0 : entry.reason().length())
                    + entry.key().length()
                    + (entry.title() == null ? 0 : entry.title().length());
            if (i > 0 && size + more > ROOM) {
                ends.add(i);
                size = 0;
            }
            size += more;
        }
        return ends.add(entries.size()).build().toArray();
    }

    private static long[] nextIds(Connection connection, int count) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select nextval('sync_document_log_id') from generate_series(1, ?)")) {
            select.setInt(1, count);
            long[] ids = new long[count];
            try (ResultSet result = select.executeQuery()) {
                for (int i = 0; result.next(); i++) {
                    ids[i] = result.getLong(1);
                }
            }
            return ids;
        }
    }

    private static void row(BinaryCopy copy, long id, long at, PageResult page, List<Outcome> entries)
            throws SQLException {
        int n = entries.size();
        String[] keys = new String[n];
        String[] titles = new String[n];
        short[] actions = new short[n];
        String[] changed = new String[n];
        Long[] previous = new Long[n];
        int[] lengths = new int[n];
        List<byte[]> contents = new ArrayList<>(n);
        short[] statuses = new short[n];
        String[] reasons = new String[n];
        for (int i = 0; i < n; i++) {
            Outcome entry = entries.get(i);
            keys[i] = entry.key();
            titles[i] = entry.title();
            actions[i] = entry.action().code();
            changed[i] = String.join(",", entry.changed());
            previous[i] = entry.known() == null ? null : entry.known().logId();
            lengths[i] = content(entry).length;
            contents.add(content(entry));
            statuses[i] = entry.status().code();
            reasons[i] = entry.reason();
        }
        boolean allDone = entries.stream().allMatch(Outcome::isDone);
        copy.row(14);
        copy.int8(id);
        copy.int8(at);
        copy.int8(page.runId());
        copy.int4(page.routeNumber());
        copy.bool(page.dryRun());
        copy.texts(keys);
        copy.texts(titles);
        copy.int2s(actions);
        copy.texts(changed);
        copy.int8s(previous);
        copy.int4s(lengths);
        copy.bytea(contents);
        copy.int2s(allDone ? null : statuses);
        copy.texts(allDone ? null : reasons);
    }

    private static byte[] content(Outcome entry) {
        return entry.isDone() ? entry.content() : NOTHING;
    }
}
