package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Edited payloads: of the run that is to send one, and who made those that were sent. */
@ApplicationScoped
public class Edits {
    private final DataSource hub;
    private final Clock clock;

    Edits(DataSource hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    /** Writes one down for a run, in the caller's transaction. */
    public void add(long runId, int route, String key, String payload, String who) {
        try (Connection connection = hub.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        insert into sync_edit (run_id, route, key, payload, edited_by, edited_at)
                        values (?, ?, ?, ?, ?, ?)""")) {
            insert.setLong(1, runId);
            insert.setInt(2, route);
            insert.setString(3, key);
            insert.setString(4, payload);
            insert.setString(5, who);
            insert.setObject(6, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw silent(e);
        }
    }

    /** What a run is to send; empty for runs that send what the source has. */
    public Optional<Edit> of(long runId) {
        try (Connection connection = hub.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select id, key, payload from sync_edit where run_id = ?")) {
            select.setLong(1, runId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Edit(row.getLong(1), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw silent(e);
        }
    }

    /** Who edited what was sent of a record: by the number of the row in the document log. */
    public Map<Long, String> editors(int route, String key) {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select log_id, edited_by from sync_edit where route = ? and key = ? and log_id is not null"
                                + " order by id desc limit 100")) {
            select.setInt(1, route);
            select.setString(2, key);
            Map<Long, String> editors = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    editors.put(rows.getLong(1), rows.getString(2));
                }
            }
            return editors;
        } catch (SQLException e) {
            throw silent(e);
        }
    }

    /** The edit was delivered, and stands in that row of the document log. */
    static void delivered(Connection connection, long edit, long logId) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update sync_edit set log_id = ? where id = ?")) {
            update.setLong(1, logId);
            update.setLong(2, edit);
            update.executeUpdate();
        }
    }

    private static IllegalStateException silent(SQLException e) {
        return new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
    }
}
