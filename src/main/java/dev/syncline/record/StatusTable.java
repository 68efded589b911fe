package dev.syncline.record;

import dev.syncline.page.Since;
import dev.syncline.page.Window;
import dev.syncline.value.Micros;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The table {@code sync_record}, asked a page at a time. */
@ApplicationScoped
public class StatusTable {
    /**
     * What the target has of a record.
     *
     * @param contentHash of its fields
     * @param childHash of its children; null when it was never delivered deep
     */
    public record Delivered(UUID contentHash, UUID childHash) {}

    private final DataSource hub;

    StatusTable(DataSource hub) {
        this.hub = hub;
    }

    /** What is known of these records where, and in the form in which, they go now. */
    public Map<String, Known> find(int route, Since since, Collection<String> keys) throws SQLException {
        Map<String, Known> known = find(route, keys);
        if (since.form() > 0) {
            known.replaceAll((key, found) -> found.of(since));
        }
        return known;
    }

    /** What is known of these records; keys that are not in the table are not in the answer. */
    public Map<String, Known> find(int route, Collection<String> keys) throws SQLException {
        Map<String, Known> known = new HashMap<>(keys.size() * 2);
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        """
                        select key, status, action, transient, content_hash, child_hash, attempted_hash, field_hashes, target_ref,
                               log_id, attempts, reason, run_id
                        from sync_record where route = ? and key = any (?)""")) {
            select.setInt(1, route);
            select.setArray(2, connection.createArrayOf("text", keys.toArray(String[]::new)));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    known.put(
                            rows.getString(1),
                            new Known(
                                    new RecordState(
                                            RecordStatus.of(rows.getInt(2)),
                                            Action.of(rows.getInt(3)),
                                            rows.getBoolean(4),
                                            rows.getString(12)),
                                    new Hashes(
                                            rows.getObject(5, UUID.class),
                                            rows.getObject(6, UUID.class),
                                            rows.getObject(7, UUID.class),
                                            rows.getBytes(8)),
                                    rows.getString(9),
                                    rows.getObject(10, Long.class),
                                    rows.getInt(11),
                                    rows.getLong(13),
                                    false));
                }
            }
        }
        return known;
    }

    /** The hashes of those of the records that are SUCCESS and at the target: the least that tells whether they are in step. */
    public Map<String, Delivered> hashes(int route, Since since, List<String> keys) throws SQLException {
        Map<String, Delivered> delivered = new HashMap<>(keys.size() * 2);
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        """
                        select key, content_hash, child_hash from sync_record
                        where route = ? and key = any (?) and status = 1 and action <> 4 and content_hash is not null
                              and run_id >= ?""")) {
            select.setInt(1, route);
            select.setArray(2, connection.createArrayOf("text", keys.toArray(String[]::new)));
            select.setLong(3, since.form());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    delivered.put(
                            rows.getString(1),
                            new Delivered(rows.getObject(2, UUID.class), rows.getObject(3, UUID.class)));
                }
            }
        }
        return delivered;
    }

    /** Those of the keys whose record the route's target holds. */
    public Set<String> delivered(int route, Since since, Collection<String> keys) throws SQLException {
        Set<String> delivered = new HashSet<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select key from sync_record where route = ? and key = any (?) and content_hash is not null"
                                + " and action <> 4 and run_id >= ?")) {
            select.setInt(1, route);
            select.setArray(2, connection.createArrayOf("text", keys.toArray(String[]::new)));
            select.setLong(3, since.place());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    delivered.add(rows.getString(1));
                }
            }
        }
        return delivered;
    }

    /** Records that the target holds and that changed in the window, as far as is known, in key order. */
    public List<String> delivered(int route, Since since, Window window, String after, int limit) throws SQLException {
        return keys(
                "select key from sync_record where route = ? and content_hash is not null and action <> 4 and run_id >= ?"
                        + " and (changed_at is null or changed_at between ? and ?) and key > ? order by key limit ?",
                route,
                since.place(),
                window.from() == null ? Long.MIN_VALUE : Micros.of(window.from()),
                window.to() == null ? Long.MAX_VALUE : Micros.of(window.to()),
                after == null ? "" : after,
                limit);
    }

    /** Whether a run over everything has read as many records as the table has of the route: then none has vanished. */
    public boolean holdsNoMoreThanRead(int route, long runId) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        """
                        select (select count(*) from sync_record where route = ? and action <> 4)
                               <= (select read from sync_run where id = ? and range_name = 'all')""")) {
            select.setInt(1, route);
            select.setLong(2, runId);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    /**
     * Takes out the records without a key of their own that a run over everything has not come across again, in the
     * caller's transaction.
     */
    public void dropKeyless(int route, long runId) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        """
                        with gone as (
                            delete from sync_record where route = ? and keyless and run_id <> ? returning route, key, status),
                        payloads as (
                            delete from sync_payload p using gone g where p.route = g.route and p.key = g.key)
                        update sync_route
                        set failed = failed - (select count(*) from gone where status = 2),
                            on_hold = on_hold - (select count(*) from gone where status = 4)
                        where id = ? and exists (select from gone)""")) {
            delete.setInt(1, route);
            delete.setLong(2, runId);
            delete.setInt(3, route);
            delete.executeUpdate();
        }
    }

    /** Records that are no success and that the target never had, or that went elsewhere before, in key order. */
    public List<String> undelivered(int route, Since since, String after, int limit) throws SQLException {
        String from = after == null ? "" : after;
        if (since.place() == 0) {
            return keys(
                    "select key from sync_record where route = ? and status <> 1 and content_hash is null and not keyless"
                            + " and key > ? order by key limit ?",
                    route,
                    from,
                    limit);
        }
        return keys(
                """
                select key from sync_record
                where route = ? and not keyless and key > ?
                      and (status <> 1 and content_hash is null or action <> 4 and run_id < ?)
                order by key limit ?""",
                route,
                from,
                since.place(),
                limit);
    }

    private List<String> keys(String sql, Object... values) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    keys.add(result.getString(1));
                }
            }
        }
        return keys;
    }
}
