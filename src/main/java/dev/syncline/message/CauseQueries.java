package dev.syncline.message;

import dev.syncline.message.channel.Kinds;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Finds runs that failed, and open notices. */
@ApplicationScoped
class CauseQueries {
    /** Runs of any kind count, also retries and those over keys; cancelled and blocked ones do not change anything. */
    private static final String FAILED_RUNS =
            """
            select r.name, latest.id, latest.reason
            from sync_route r
            cross join lateral (
                select id, status, reason from sync_run
                where route = r.name and not dry_run and status in ('SUCCESS', 'PARTIAL', 'FAILED')
                order by id desc limit 1) latest
            where latest.status = 'FAILED'""";

    private static final String NOTICES =
            """
            select kind, coalesce(route, ''), count(*), (array_agg(text order by id))[1]
            from sync_notice where resolved_at is null and kind = any(?)
            group by 1, 2 order by 1, 2""";

    private final DataSource hub;

    CauseQueries(DataSource hub) {
        this.hub = hub;
    }

    /** Returns the routes whose newest run that came to an end has failed. */
    List<Cause> failedRuns() throws SQLException {
        List<Cause> causes = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(FAILED_RUNS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long run = row.getLong(2);
                causes.add(new Cause(
                        CauseId.of(Kinds.RUN_FAILED, row.getString(1)),
                        "run " + run + " could not finish",
                        Objects.requireNonNullElse(row.getString(3), "It has no reason."),
                        "/runs/" + run));
            }
        }
        return causes;
    }

    /** Returns the open notices; those of one kind and route are one cause. */
    List<Cause> notices(Collection<String> kinds) throws SQLException {
        List<Cause> causes = new ArrayList<>();
        if (kinds.isEmpty()) {
            return causes;
        }
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(NOTICES)) {
            select.setArray(1, connection.createArrayOf("text", kinds.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    causes.add(notice(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)));
                }
            }
        }
        return causes;
    }

    private static Cause notice(String kind, String route, long count, String text) {
        return new Cause(
                CauseId.of(kind, route),
                count == 1 ? "a notice" : count + " notices",
                count == 1 ? text : "The first of " + count + " notices: " + text,
                "/notices?kind=" + kind + (route.isEmpty() ? "" : "&route=" + Causes.encoded(route)));
    }
}
