package dev.syncline.run.history;

import dev.syncline.work.WorkStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The latest runs of routes, to be drawn. One query for all of them. */
@ApplicationScoped
public class RecentRuns {
    private static final String LATEST =
            """
            select asked.route, latest.id, latest.status, latest.started_at, latest.finished_at, latest.read
            from unnest(?::text[]) as asked (route)
            cross join lateral (
                select id, status, started_at, finished_at, read from sync_run
                where sync_run.route = asked.route and not dry_run
                order by id desc limit ?) as latest
            order by latest.id""";

    private final DataSource hub;

    RecentRuns(DataSource hub) {
        this.hub = hub;
    }

    /**
     * A run in brief.
     *
     * @param startedAt null where it has not begun
     * @param finishedAt null where it has not ended
     */
    public record Brief(long id, WorkStatus status, Instant startedAt, Instant finishedAt, long read) {}

    /** The latest runs of each route, oldest first, without dry ones; a route that has never run is not in the answer. */
    public Map<String, List<Brief>> of(Collection<String> routes, int most) {
        Map<String, List<Brief>> found = new HashMap<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(LATEST)) {
            Array asked = connection.createArrayOf("text", routes.toArray());
            select.setArray(1, asked);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString(1), route -> new ArrayList<>())
                            .add(new Brief(
                                    row.getLong(2),
                                    WorkStatus.valueOf(row.getString(3)),
                                    instant(row, 4),
                                    instant(row, 5),
                                    row.getLong(6)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
