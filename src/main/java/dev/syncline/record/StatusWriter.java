package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes the outcomes of a page into {@code sync_record}, {@code sync_payload} and the counters of the route. */
@ApplicationScoped
class StatusWriter {
    private static final String COPY =
            """
            copy sync_record (changed_at, attempted_at, synced_at, run_id, log_id, content_hash, child_hash, attempted_hash, route, status,
                              action, attempts, transient, keyless, key, title, target_ref, field_hashes, reason)
            from stdin (format binary)""";

    private static final String UPDATE =
            """
            update sync_record r
            set changed_at = p.changed_at, attempted_at = ?, synced_at = coalesce(p.synced_at, r.synced_at), run_id = ?,
                log_id = coalesce(p.log_id, r.log_id), content_hash = encode(p.content_hash, 'hex')::uuid,
                child_hash = encode(p.child_hash, 'hex')::uuid,
                attempted_hash = encode(p.attempted_hash, 'hex')::uuid,
                status = p.status, action = p.action, attempts = p.attempts, transient = p.transient, title = p.title,
                target_ref = p.target_ref, field_hashes = p.field_hashes, reason = p.reason
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[], ?::bytea[], ?::smallint[],
                        ?::smallint[], ?::smallint[], ?::boolean[], ?::text[], ?::text[], ?::bytea[], ?::text[])
                 as p (key, changed_at, synced_at, log_id, content_hash, child_hash, attempted_hash, status, action, attempts,
                       transient, title, target_ref, field_hashes, reason)
            where r.route = ? and r.key = p.key""";

    private final Clock clock;

    StatusWriter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Writes what became of a page's records, in the caller's transaction: new ones by COPY, others by one statement.
     *
     * @param logId the page's row in the document log, for the records something was done with
     */
    void write(Connection connection, long runId, int route, List<Outcome> outcomes, long logId) throws SQLException {
        List<Outcome> known = new ArrayList<>();
        long now = clock.millis();
        List<Outcome> news = new ArrayList<>();
        for (Outcome o : outcomes) {
            (o.known() == null ? news : known).add(o);
        }
        if (!news.isEmpty()) {
            insert(connection, runId, route, news, logId, now);
        }
        if (!known.isEmpty()) {
            update(connection, runId, route, known, logId, now);
        }
        payloads(connection, route, outcomes);
        count(connection, route, outcomes);
    }

    /** Whether something was done at the target. */
    static boolean isLogged(Outcome outcome) {
        return outcome.status() == RecordStatus.SUCCESS
                && (outcome.action() == Action.CREATED
                        || outcome.action() == Action.UPDATED
                        || outcome.action() == Action.DELETED
                                && outcome.known() != null
                                && outcome.known().isDelivered());
    }

    private static void insert(
            Connection connection, long runId, int route, List<Outcome> outcomes, long logId, long now)
            throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, COPY)) {
            for (Outcome o : outcomes) {
                copy.row(19);
                copy.int8(o.changedAt());
                copy.int8(now);
                copy.int8(o.status() == RecordStatus.SUCCESS ? now : null);
                copy.int8(runId);
                copy.int8(isLogged(o) ? logId : null);
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

    private static void update(
            Connection connection, long runId, int route, List<Outcome> outcomes, long logId, long now)
            throws SQLException {
        int n = outcomes.size();
        try (Statement plan = connection.createStatement();
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            // A page's rows are looked up by key: a join that reads the whole table looks cheaper and is not.
            plan.execute("set local enable_hashjoin = off; set local enable_mergejoin = off");
            update.setLong(1, now);
            update.setLong(2, runId);
            // Typed, so that the driver sends them as they are and not as text.
            Object[][] columns = {
                new String[n], new Long[n], new Long[n], new Long[n], new byte[n][], new byte[n][], new byte[n][],
                new Short[n], new Short[n], new Short[n], new Boolean[n], new String[n], new String[n], new byte[n][],
                new String[n]
            };
            for (int i = 0; i < n; i++) {
                Outcome o = outcomes.get(i);
                boolean success = o.status() == RecordStatus.SUCCESS;
                columns[0][i] = o.key();
                columns[1][i] = o.changedAt();
                columns[2][i] = success ? (Long) now : null;
                columns[3][i] = isLogged(o) ? (Long) logId : null;
                columns[4][i] = bytes(o.contentHash());
                columns[5][i] = bytes(o.childHash());
                columns[6][i] = bytes(o.attemptedHash());
                columns[7][i] = o.status().code();
                columns[8][i] = o.action().code();
                columns[9][i] = (short) Math.min(o.known().attempts() + 1, Short.MAX_VALUE);
                columns[10][i] = o.transientFailure();
                columns[11][i] = o.title();
                columns[12][i] = o.targetRef();
                columns[13][i] = o.fieldHashes();
                columns[14][i] = o.reason();
            }
            String[] types = {
                "text", "int8", "int8", "int8", "bytea", "bytea", "bytea", "int2", "int2", "int2", "bool", "text",
                "text", "bytea", "text"
            };
            for (int c = 0; c < types.length; c++) {
                update.setArray(c + 3, connection.createArrayOf(types[c], columns[c]));
            }
            update.setInt(18, route);
            update.executeUpdate();
        }
    }

    private static byte[] bytes(UUID hash) {
        return hash == null
                ? null
                : ByteBuffer.allocate(16)
                        .putLong(hash.getMostSignificantBits())
                        .putLong(hash.getLeastSignificantBits())
                        .array();
    }

    private static void payloads(Connection connection, int route, List<Outcome> outcomes) throws SQLException {
        List<String> gone = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<String> payloads = new ArrayList<>();
        for (Outcome o : outcomes) {
            if (o.status() != RecordStatus.SUCCESS && o.content() != null) {
                keys.add(o.key());
                payloads.add(new String(o.content(), StandardCharsets.UTF_8));
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
            update.executeUpdate();
        }
    }
}
