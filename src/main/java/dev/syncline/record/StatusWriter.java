package dev.syncline.record;

import dev.syncline.secret.MaskedJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes the outcomes of a page into {@code sync_record}, {@code sync_payload} and the counters of the route. */
@ApplicationScoped
class StatusWriter {
    private static final String COPY =
            """
            copy sync_record (changed_at, attempted_at, synced_at, run_id, log_id, content_hash, child_hash, attempted_hash, route, status,
                              action, attempts, transient, keyless, key, title, target_ref, field_hashes, reason)
            from stdin (format binary)""";

    private final Clock clock;

    StatusWriter(Clock clock) {
        this.clock = clock;
    }

    /**
     * An outcome on its way into the table.
     *
     * @param logId its row in the document log; null when nothing was done at the target
     */
    record Written(Outcome outcome, Long logId) {}

    /**
     * Writes what became of a page's records, in the caller's transaction: new ones by COPY, others by a statement for all.
     *
     * @param logIds the rows in the document log of those outcomes that are logged, in their order
     */
    void write(Connection connection, long runId, int route, List<Outcome> outcomes, long[] logIds)
            throws SQLException {
        long now = clock.millis();
        List<Written> known = new ArrayList<>();
        List<Written> news = new ArrayList<>();
        int logged = 0;
        for (Outcome o : outcomes) {
            (o.known() == null ? news : known).add(new Written(o, o.isDone() ? logIds[logged++] : null));
        }
        if (!news.isEmpty()) {
            insert(connection, runId, route, news, now);
        }
        if (!known.isEmpty()) {
            new StatusUpdate(connection, runId, route, now).write(known);
        }
        payloads(connection, route, outcomes);
        count(connection, route, outcomes);
    }

    private static void insert(Connection connection, long runId, int route, List<Written> records, long now)
            throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, COPY)) {
            for (Written record : records) {
                Outcome o = record.outcome();
                copy.row(19);
                copy.int8(o.changedAt());
                copy.int8(now);
                copy.int8(o.status() == RecordStatus.SUCCESS ? now : null);
                copy.int8(runId);
                copy.int8(record.logId());
                copy.uuid(o.contentHash());
                copy.uuid(o.childHash());
                copy.uuid(o.attemptedHash());
                copy.int4(route);
                copy.int2(o.status().code());
                copy.int2(o.action().code());
                copy.int2(1);
                copy.bool(o.transientFailure());
                copy.bool(o.keyless());
                copy.text(o.key());
                copy.text(o.title());
                copy.text(o.targetRef());
                copy.bytea(o.fieldHashes());
                copy.text(o.reason());
            }
            copy.finish();
        }
    }

    private static void payloads(Connection connection, int route, List<Outcome> outcomes) throws SQLException {
        List<String> gone = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<String> payloads = new ArrayList<>();
        for (Outcome o : outcomes) {
            if (o.status() != RecordStatus.SUCCESS && o.content() != null) {
                keys.add(o.key());
                payloads.add(MaskedJson.of(new String(o.content(), StandardCharsets.UTF_8)));
            } else if (o.known() != null && o.known().status() != RecordStatus.SUCCESS) {
                gone.add(o.key());
            }
        }
        if (!keys.isEmpty()) {
            try (PreparedStatement upsert = connection.prepareStatement(
                    """
                    insert into sync_payload (route, key, payload)
                    select ?, p.key, p.payload from unnest(?::text[], ?::text[]) as p (key, payload)
                    on conflict (route, key) do update set payload = excluded.payload""")) {
                upsert.setInt(1, route);
                upsert.setArray(2, connection.createArrayOf("text", keys.toArray(String[]::new)));
                upsert.setArray(3, connection.createArrayOf("text", payloads.toArray(String[]::new)));
                upsert.executeUpdate();
            }
        }
        if (!gone.isEmpty()) {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from sync_payload where route = ? and key = any (?)")) {
                delete.setInt(1, route);
                delete.setArray(2, connection.createArrayOf("text", gone.toArray(String[]::new)));
                delete.executeUpdate();
            }
        }
    }

    /** Moves the route's counters as its records moved. */
    private static void count(Connection connection, int route, List<Outcome> outcomes) throws SQLException {
        Map<RecordStatus, Integer> moved = new EnumMap<>(RecordStatus.class);
        for (Outcome o : outcomes) {
            if (o.known() != null) {
                moved.merge(o.known().status(), -1, Integer::sum);
            }
            moved.merge(o.status(), 1, Integer::sum);
        }
        moved.values().removeIf(n -> n == 0);
        if (moved.isEmpty()) {
            return;
        }
        StringBuilder sql = new StringBuilder("update sync_route set ");
        moved.forEach((status, n) -> sql.append(status.column())
                .append(" = ")
                .append(status.column())
                .append(" + ")
                .append(n)
                .append(", "));
        sql.setLength(sql.length() - 2);
        try (PreparedStatement update =
                connection.prepareStatement(sql.append(" where id = ?").toString())) {
            update.setInt(1, route);
            if (update.executeUpdate() == 0) { // statuses of a route that is in no table are found by nobody
                throw new IllegalStateException("No route has the number " + route
                        + ": the hub database has lost it. Run the route again, it gets another one");
            }
        }
    }
}
