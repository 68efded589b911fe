package dev.syncline.record;

import dev.syncline.record.StatusWriter.Written;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Writes records that the status table has already: one statement for all of a page that are of one kind. */
final class StatusUpdate {
    /** Any outcome. */
    private static final String ANY =
            """
            update sync_record r
            set changed_at = p.changed_at, attempted_at = ?, synced_at = coalesce(p.synced_at, r.synced_at), run_id = ?,
                log_id = coalesce(p.log_id, r.log_id), content_hash = p.content_hash,
                child_hash = p.child_hash,
                attempted_hash = p.attempted_hash,
                status = p.status, action = p.action, attempts = least(r.attempts + 1, 32767), transient = p.transient,
                title = p.title, target_ref = p.target_ref, field_hashes = p.field_hashes, reason = p.reason
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::uuid[], ?::uuid[], ?::uuid[], ?::smallint[],
                        ?::smallint[], ?::boolean[], ?::text[], ?::text[], ?::bytea[], ?::text[])
                 as p (key, changed_at, synced_at, log_id, content_hash, child_hash, attempted_hash, status, action,
                       transient, title, target_ref, field_hashes, reason)
            where r.route = ? and r.key = p.key""";

    /** A success that was updated after another success: by far the most, with the least to write. */
    private static final String UPDATED_AGAIN =
            """
            update sync_record r
            set changed_at = p.changed_at, attempted_at = ?, synced_at = ?, run_id = ?, log_id = p.log_id,
                content_hash = p.content_hash, action = ?,
                attempts = least(r.attempts + 1, 32767), title = p.title, field_hashes = p.field_hashes
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::uuid[], ?::text[], ?::bytea[])
                 as p (key, changed_at, log_id, content_hash, title, field_hashes)
            where r.route = ? and r.key = p.key""";

    private final Connection connection;
    private final long runId;
    private final int route;
    private final long now;

    /** @param now milliseconds since 1970 */
    StatusUpdate(Connection connection, long runId, int route, long now) {
        this.connection = connection;
        this.runId = runId;
        this.route = route;
        this.now = now;
    }

    void write(List<Written> records) throws SQLException {
        List<Written> again = new ArrayList<>(records.size());
        List<Written> others = new ArrayList<>();
        for (Written record : records) {
            (isUpdatedAgain(record.outcome()) ? again : others).add(record);
        }
        try (Statement plan = connection.createStatement()) {
            // A page's rows are looked up by key: a join that reads the whole table looks cheaper and is not.
            plan.execute("set local enable_hashjoin = off; set local enable_mergejoin = off");
        }
        if (!again.isEmpty()) {
            updatedAgain(again);
        }
        if (!others.isEmpty()) {
            any(others);
        }
    }

    private static boolean isUpdatedAgain(Outcome o) {
        return !o.known().isMoved()
                && o.status() == RecordStatus.SUCCESS
                && o.action() == Action.UPDATED
                && o.known().status() == RecordStatus.SUCCESS
                && Objects.equals(o.targetRef(), o.known().targetRef())
                && Objects.equals(o.childHash(), o.known().childHash());
    }

    private void updatedAgain(List<Written> records) throws SQLException {
        int n = records.size();
        // Typed, so that the driver sends them as they are and not as text.
        String[] keys = new String[n];
        Long[] changedAts = new Long[n];
        Long[] logIds = new Long[n];
        UUID[] hashes = new UUID[n];
        String[] titles = new String[n];
        byte[][] fieldHashes = new byte[n][];
        for (int i = 0; i < n; i++) {
            Outcome o = records.get(i).outcome();
            keys[i] = o.key();
            changedAts[i] = o.changedAt();
            logIds[i] = records.get(i).logId();
            hashes[i] = o.contentHash();
            titles[i] = o.title();
            fieldHashes[i] = o.fieldHashes();
        }
        try (PreparedStatement update = connection.prepareStatement(UPDATED_AGAIN)) {
            update.setLong(1, now);
            update.setLong(2, now);
            update.setLong(3, runId);
            update.setShort(4, Action.UPDATED.code());
            update.setArray(5, connection.createArrayOf("text", keys));
            update.setArray(6, connection.createArrayOf("int8", changedAts));
            update.setArray(7, connection.createArrayOf("int8", logIds));
            update.setArray(8, UuidArray.of(connection, hashes));
            update.setArray(9, connection.createArrayOf("text", titles));
            update.setArray(10, connection.createArrayOf("bytea", fieldHashes));
            update.setInt(11, route);
            update.executeUpdate();
        }
    }

    private void any(List<Written> records) throws SQLException {
        int n = records.size();
        String[] keys = new String[n];
        Long[] changedAts = new Long[n];
        Long[] syncedAts = new Long[n];
        Long[] logIds = new Long[n];
        UUID[] hashes = new UUID[n];
        UUID[] childHashes = new UUID[n];
        UUID[] attemptedHashes = new UUID[n];
        Short[] statuses = new Short[n];
        Short[] actions = new Short[n];
        Boolean[] transients = new Boolean[n];
        String[] titles = new String[n];
        String[] refs = new String[n];
        byte[][] fieldHashes = new byte[n][];
        String[] reasons = new String[n];
        for (int i = 0; i < n; i++) {
            Outcome o = records.get(i).outcome();
            keys[i] = o.key();
            changedAts[i] = o.changedAt();
            syncedAts[i] = o.status() == RecordStatus.SUCCESS ? now : null;
            logIds[i] = records.get(i).logId();
            hashes[i] = o.contentHash();
            childHashes[i] = o.childHash();
            attemptedHashes[i] = o.attemptedHash();
            statuses[i] = o.status().code();
            actions[i] = o.action().code();
            transients[i] = o.transientFailure();
            titles[i] = o.title();
            refs[i] = o.targetRef();
            fieldHashes[i] = o.fieldHashes();
            reasons[i] = o.reason();
        }
        try (PreparedStatement update = connection.prepareStatement(ANY)) {
            update.setLong(1, now);
            update.setLong(2, runId);
            update.setArray(3, connection.createArrayOf("text", keys));
            update.setArray(4, connection.createArrayOf("int8", changedAts));
            update.setArray(5, connection.createArrayOf("int8", syncedAts));
            update.setArray(6, connection.createArrayOf("int8", logIds));
            update.setArray(7, UuidArray.of(connection, hashes));
            update.setArray(8, UuidArray.of(connection, childHashes));
            update.setArray(9, UuidArray.of(connection, attemptedHashes));
            update.setArray(10, connection.createArrayOf("int2", statuses));
            update.setArray(11, connection.createArrayOf("int2", actions));
            update.setArray(12, connection.createArrayOf("bool", transients));
            update.setArray(13, connection.createArrayOf("text", titles));
            update.setArray(14, connection.createArrayOf("text", refs));
            update.setArray(15, connection.createArrayOf("bytea", fieldHashes));
            update.setArray(16, connection.createArrayOf("text", reasons));
            update.setInt(17, route);
            update.executeUpdate();
        }
    }
}
