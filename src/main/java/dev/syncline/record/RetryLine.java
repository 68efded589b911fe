package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Records that somebody wants retried. They are IN_PROGRESS until their run comes to them; those that it did not come to
 * get their former status back when it ends. A route has one active run, so its records in line are that run's.
 */
@ApplicationScoped
public class RetryLine {
    /**
     * Which records are wanted.
     *
     * @param status one of FAILED, BLOCKED, ON_HOLD
     * @param key the only one; null for all
     * @param q text that key or title contains, whatever the case; null for all
     */
    public record Selection(RecordStatus status, String key, String q) {}

    private static final String JOIN =
            """
            with line as (
                update sync_record set former = status, status = 0
                where route = ? and status = ? and status <> 1 and not keyless
                  and (?::text is null or key = ?)
                  and (?::text is null or strpos(lower(key), ?) > 0 or strpos(lower(title), ?) > 0)
                returning former),
            moved as (
                select count(*) as n, count(*) filter (where former = 2) as failed,
                       count(*) filter (where former = 3) as blocked, count(*) filter (where former = 4) as on_hold
                from line)
            update sync_route r
            set in_progress = in_progress + m.n, failed = r.failed - m.failed, blocked = r.blocked - m.blocked,
                on_hold = r.on_hold - m.on_hold
            from moved m where r.id = ? returning m.n""";

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
            String q = wanted.q() == null ? null : wanted.q().toLowerCase(Locale.ROOT);
            int i = 1;
            join.setInt(i++, route);
            join.setInt(i++, wanted.status().code());
            join.setString(i++, wanted.key());
            join.setString(i++, wanted.key());
            join.setString(i++, q);
            join.setString(i++, q);
            join.setString(i++, q);
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
