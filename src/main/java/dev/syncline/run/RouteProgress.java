package dev.syncline.run;

import dev.syncline.work.ActiveParts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** When the routes ran, how that ended, and whether their active runs get on. One query for all of them. */
@ApplicationScoped
public class RouteProgress {
    private static final String PROGRESS =
            """
            select n.name, n.trigger_state, to_timestamp(n.start_time / 1000.0), resumed.at, past.ran, past.failed,
                   past.reason, active.id, active.queued, active.started_at,
                   case when active.queued then coalesce(before.finished_at, active.created_at)
                        else coalesce(part.idle_since, active.started_at) end,
                   active.queued and before.status = 'IN_PROGRESS', part.lease_until, part.waiting_until,
                   active.resumed
            from (select coalesce(r.name, t.trigger_name) as name, t.trigger_state, t.start_time
                  from sync_route r
                  full join (select trigger_name, trigger_state, start_time from qrtz_triggers
                             where sched_name = 'syncline' and trigger_group = 'syncline') t
                      on t.trigger_name = r.name) n
            left join lateral (select at from sync_audit where subject = n.name and action = 'resume'
                               order by id desc limit 1) resumed on true
            left join lateral (
                select max(coalesce(finished_at, started_at)) as ran,
                       count(*) filter (where status in ('FAILED', 'BLOCKED') and id > coalesce(good, 0)) as failed,
                       (array_agg(reason order by id desc) filter (where status in ('FAILED', 'BLOCKED')))[1] as reason
                from (select *, max(id) filter (where status in ('SUCCESS', 'PARTIAL')) over () as good
                      from (select * from sync_run where route = n.name and not dry_run and keys is null and trigger <> 'RETRY'
                            order by id desc limit 10) latest) latest) past on true
            left join sync_run active on active.route = n.name and active.status = 'IN_PROGRESS'
            left join sync_run before on before.id = active.after_run
            """
                    + ActiveParts.OF_RUN;

    private final DataSource hub;

    RouteProgress(DataSource hub) {
        this.hub = hub;
    }

    /**
     * How a route gets on. Dry runs, retries and runs over keys count as active runs only.
     *
     * @param paused whether its schedule is off
     * @param scheduledSince when its schedule was made, changed or resumed; null where it has none
     * @param lastRan when its latest run ended, or began where it has not; null before the first
     * @param failedInRow how many of its latest runs, of ten at the most, were FAILED or BLOCKED with no better one since
     * @param lastReason of the latest of them; null for none
     * @param active its active run; null for none
     */
    public record Progress(
            boolean paused,
            Instant scheduledSince,
            Instant lastRan,
            int failedInRow,
            String lastReason,
            Active active) {
        public static final Progress NONE = new Progress(false, null, null, 0, null, null);
    }

    /**
     * An active run.
     *
     * @param startedAt null while it is queued
     * @param idleSince when it last recorded a page, began, or could have begun; null while it waits for another run
     * @param leaseUntil until when it is some process's; null while it is queued
     * @param waitingUntil how long its target asked to be left alone; null where it did not
     */
    public record Active(
            long id, Instant startedAt, Instant idleSince, Instant leaseUntil, Instant waitingUntil, int resumed) {
        public boolean isQueued() {
            return startedAt == null;
        }
    }

    /** By route id; a route that has never been touched is not in it. */
    public Map<String, Progress> all() {
        Map<String, Progress> all = new HashMap<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(PROGRESS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all.put(
                        row.getString(1),
                        new Progress(
                                RouteStates.isPaused(row.getString(2)),
                                later(instant(row, 3), instant(row, 4)),
                                instant(row, 5),
                                row.getInt(6),
                                row.getString(7),
                                active(row)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
        return all;
    }

    private static Active active(ResultSet row) throws SQLException {
        Long id = row.getObject(8, Long.class);
        if (id == null) {
            return null;
        }
        boolean waitsForAnother = row.getBoolean(12);
        return new Active(
                id,
                row.getBoolean(9) ? null : instant(row, 10),
                waitsForAnother ? null : instant(row, 11),
                instant(row, 13),
                instant(row, 14),
                row.getInt(15));
    }

    private static Instant later(Instant scheduled, Instant resumed) {
        return scheduled == null
                ? null
                : Stream.of(scheduled, resumed == null ? scheduled : resumed)
                        .max(Instant::compareTo)
                        .get();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
