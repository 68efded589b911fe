package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * Records that somebody wants retried. They are IN_PROGRESS until their run comes to them; those that it did not come to
 * get their former status back when it ends. A route has one active run, so its records in line are that run's.
 */
@ApplicationScoped
public class RetryLine {
    /**
     * Which records of a route are wanted.
     *
     * @param filter its status is one of FAILED, BLOCKED, ON_HOLD
     * @param keys the only ones; null for all
     */
    public record Selection(RecordFilter filter, List<String> keys) {
        public Selection(RecordStatus status, String key) {
            this(RecordFilter.of(status), List.of(key));
        }

        public RecordStatus status() {
            return filter.status();
        }

        /** The key of the one record that is wanted; null where several may be. */
        public String key() {
            return keys != null && keys.size() == 1 ? keys.get(0) : null;
        }
    }

    private static final String JOIN =
            """
            with line as (
                update sync_record set former = status, status = 0
                where route = ? and status = ? and status <> 1 and not keyless
                  and (?::text[] is null or key = any (?))
                  and (?::text is null or MASKED = ?)
                  and (?::text is null or strpos(lower(key), ?) > 0 or strpos(lower(title), ?) > 0)
                  and (?::bigint is null or attempted_at >= ?) and (?::bigint is null or attempted_at < ?)
                returning former),
            moved as (
                select count(*) as n, count(*) filter (where former = 2) as failed,
                       count(*) filter (where former = 3) as blocked, count(*) filter (where former = 4) as on_hold
                from line)
            update sync_route r
            set in_progress = in_progress + m.n, failed = r.failed - m.failed, blocked = r.blocked - m.blocked,
                on_hold = r.on_hold - m.on_hold
            from moved m where r.id = ? returning m.n"""
                    .replace("MASKED", ReasonGroups.MASKED);

    private static final String LEAVE =
            """
            with line as (
                update sync_record set status = former where route = ? and status = 0 and status <> 1 returning status),
            moved as (
                select count(*) as n, count(*) filter (where status = 2) as failed,
                       count(*) filter (where status = 3) as blocked, count(*) filter (where status = 4) as on_hold
                from line)
            update sync_route r
            set in_progress = in_progress - m.n, failed = r.failed + m.failed, blocked = r.blocked + m.blocked,
                on_hold = r.on_hold + m.on_hold
            from moved m where r.id = ? and m.n > 0""";

    private final DataSource hub;

    RetryLine(DataSource hub) {
        this.hub = hub;
    }

    /** Puts records in line, in the caller's transaction; how many. The route must have no active run but the one they are for. */
    public long join(int route, Selection wanted) {
        try (Connection connection = hub.getConnection();
                PreparedStatement join = connection.prepareStatement(JOIN)) {
            RecordFilter filter = wanted.filter();
            Array keys = wanted.keys() == null
                    ? null
                    : connection.createArrayOf("text", wanted.keys().toArray());
            int i = 1;
            join.setInt(i++, route);
            join.setInt(i++, wanted.status().code());
            join.setArray(i++, keys);
            join.setArray(i++, keys);
            join.setString(i++, filter.reason());
            join.setString(i++, filter.reason());
            join.setString(i++, filter.text());
            join.setString(i++, filter.text());
            join.setString(i++, filter.text());
            for (Long time :
                    Arrays.asList(filter.fromMillis(), filter.fromMillis(), filter.toMillis(), filter.toMillis())) {
                join.setObject(i++, time, Types.BIGINT);
            }
            join.setInt(i, route);
            try (ResultSet result = join.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw silent(e);
        }
    }

    /** Keys of the records in line, in their order. */
    public List<String> keys(int route, String after, int limit) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select key from sync_record where route = ? and status = 0 and status <> 1 and key > ?"
                                + " order by key limit ?")) {
            select.setInt(1, route);
            select.setString(2, after == null ? "" : after);
            select.setInt(3, limit);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    keys.add(result.getString(1));
                }
            }
        }
        return keys;
    }

    /** Gives those that are still in line their former status back, in the caller's transaction. */
    public void leave(int route) {
        try (Connection connection = hub.getConnection();
                PreparedStatement leave = connection.prepareStatement(LEAVE)) {
            leave.setInt(1, route);
            leave.setInt(2, route);
            leave.executeUpdate();
        } catch (SQLException e) {
            throw silent(e);
        }
    }

    private static IllegalStateException silent(SQLException e) {
        return new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
    }
}
