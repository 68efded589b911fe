package dev.syncline.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Counts the runs of a day, and what is kept back. */
@ApplicationScoped
class SummaryQueries {
    private static final String ROUTES =
            """
            select r.name, r.failed, r.blocked, r.on_hold,
                   (select count(*) from sync_notice n where n.route = r.name and n.resolved_at is null)
            from sync_route r""";

    private static final String RUNS =
            """
            select route, status, count(*) from sync_run
            where created_at >= ? and not dry_run and status <> 'IN_PROGRESS'
            group by route, status""";

    private final DataSource hub;

    SummaryQueries(DataSource hub) {
        this.hub = hub;
    }

    /** @param runs number of the runs of a time by status */
    record RouteDay(long failed, long blocked, long onHold, long notices, Map<String, Long> runs) {}

    /** Returns the days of routes that have ever run. */
    Map<String, RouteDay> since(Instant from) throws SQLException {
        Map<String, RouteDay> days = new HashMap<>();
        try (Connection connection = hub.getConnection()) {
            try (PreparedStatement select = connection.prepareStatement(ROUTES);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.put(
                            row.getString(1),
                            new RouteDay(
                                    row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), new HashMap<>()));
                }
            }
            try (PreparedStatement select = connection.prepareStatement(RUNS)) {
                select.setObject(1, CauseTable.time(from));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        RouteDay day = days.get(row.getString(1));
                        if (day != null) {
                            day.runs().put(row.getString(2), row.getLong(3));
                        }
                    }
                }
            }
        }
        return days;
    }
}
