package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Writes the document log: one row a page, however many records. */
@ApplicationScoped
class DocumentLog {
    private static final String COPY =
            """
            copy sync_document_log
                (id, at, run_id, route, dry_run, keys, titles, actions, changed, previous, lengths, contents)
            from stdin (format binary)""";
    /** Where PostgreSQL counts its microseconds from. */
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final Clock clock;

    DocumentLog(Clock clock) {
        this.clock = clock;
    }

    /** The number of a new row. */
    static long nextId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select nextval('sync_document_log_id')")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Writes the row of a page, in the caller's transaction. */
    void write(Connection connection, long id, PageResult page, List<Outcome> entries) throws SQLException {
        int n = entries.size();
        String[] keys = new String[n];
        String[] titles = new String[n];
        short[] actions = new short[n];
        String[] changed = new String[n];
        Long[] previous = new Long[n];
        int[] lengths = new int[n];
        List<byte[]> contents = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            Outcome entry = entries.get(i);
            keys[i] = entry.key();
            titles[i] = entry.title();
            actions[i] = entry.action().code();
            changed[i] = String.join(",", entry.changed());
            previous[i] = entry.known() == null ? null : entry.known().logId();
            lengths[i] = entry.content().length;
            contents.add(entry.content());
        }
        try (BinaryCopy copy = new BinaryCopy(connection, COPY)) {
            copy.row(12);
            copy.int8(id);
            copy.int8(ChronoUnit.MICROS.between(EPOCH, clock.instant()));
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
            copy.finish();
        }
    }
}
