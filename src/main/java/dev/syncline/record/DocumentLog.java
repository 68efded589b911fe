package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Writes the document log: one row a page, however many records. */
@ApplicationScoped
class DocumentLog {
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
        Short[] actions = new Short[n];
        String[] changed = new String[n];
        Long[] previous = new Long[n];
        Integer[] lengths = new Integer[n];
        ByteArrayOutputStream contents = new ByteArrayOutputStream(n * 256);
        for (int i = 0; i < n; i++) {
            Outcome entry = entries.get(i);
            keys[i] = entry.key();
            titles[i] = entry.title();
            actions[i] = entry.action().code();
            changed[i] = String.join(",", entry.changed());
            previous[i] = entry.known() == null ? null : entry.known().logId();
            lengths[i] = entry.content().length;
            contents.writeBytes(entry.content());
        }
        try (PreparedStatement insert = connection.prepareStatement(
                """
                insert into sync_document_log
                    (id, at, run_id, route, dry_run, keys, titles, actions, changed, previous, lengths, contents)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setLong(1, id);
            insert.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.setLong(3, page.runId());
            insert.setInt(4, page.routeNumber());
            insert.setBoolean(5, page.dryRun());
            insert.setArray(6, connection.createArrayOf("text", keys));
            insert.setArray(7, connection.createArrayOf("text", titles));
            insert.setArray(8, connection.createArrayOf("int2", actions));
            insert.setArray(9, connection.createArrayOf("text", changed));
            insert.setArray(10, connection.createArrayOf("int8", previous));
            insert.setArray(11, connection.createArrayOf("int4", lengths));
            insert.setBytes(12, contents.toByteArray());
            insert.executeUpdate();
        }
    }
}
