package dev.syncline.run;

import dev.syncline.page.Page.Unit;
import dev.syncline.record.Audit;
import dev.syncline.value.Micros;
import dev.syncline.work.ActiveParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;

/** How the routes stand: their counts, their last runs, their schedules. One query for all of them. */
@ApplicationScoped
public class RouteStates {
    private static final String STATES =
            """
            select coalesce(r.name, t.trigger_name), r.success, r.failed, r.blocked, r.on_hold, r.in_progress,
                   r.last_success, r.watermark, r.watermark_unit, l.id, t.next_fire_time, t.trigger_state, part.waiting_until
            from sync_route r
            full join (select trigger_name, min(next_fire_time) filter (where next_fire_time > 0) as next_fire_time,
                              max(trigger_state) filter (where trigger_group = 'syncline') as trigger_state
                       from qrtz_triggers
                       where sched_name = 'syncline' and trigger_group in ('syncline', 'syncline-deep')
                       group by trigger_name) t on t.trigger_name = r.name
            left join lateral (select id from sync_run where route = r.name order by id desc limit 1) l on true
            left join sync_run active on active.route = r.name and active.status = 'IN_PROGRESS'
            """
                    + ActiveParts.OF_RUN;

    private final DataSource hub;
    private final Scheduler scheduler;
    private final Audit audit;

    RouteStates(DataSource hub, Scheduler scheduler, Audit audit) {
        this.hub = hub;
        this.scheduler = scheduler;
        this.audit = audit;
    }

    /**
     * How a route stands.
     *
     * @param watermark up to when its changes are complete; null before its first complete run, and for row versions
     * @param lastRun number of its newest run; null before the first
     * @param nextFire when its schedule or its schedule of deep runs comes round next
     * @param waiting whether its active run waits for a target
     */
    public record State(
            Records records,
            Instant lastSuccess,
            Instant watermark,
            Long lastRun,
            Instant nextFire,
            boolean enabled,
            boolean waiting) {
        public static final State NEW = new State(new Records(0, 0, 0, 0, 0), null, null, null, null, true, false);
    }

    /** How many records of a route have each status. */
    public record Records(long success, long failed, long blocked, long onHold, long inProgress) {
        public long all() {
            return success + failed + blocked + onHold + inProgress;
        }
    }

    /** By route id; a route that has never been touched is not in it. */
    public Map<String, State> all() {
        Map<String, State> states = new HashMap<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(STATES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                long micros = rows.getLong(8);
                boolean hasWatermark = Unit.TIME.name().equals(rows.getString(9));
                Long nextFire = rows.getObject(11, Long.class);
                states.put(
                        rows.getString(1),
                        new State(
                                new Records(
                                        rows.getLong(2),
                                        rows.getLong(3),
                                        rows.getLong(4),
                                        rows.getLong(5),
                                        rows.getLong(6)),
                                instant(rows.getTimestamp(7)),
                                hasWatermark ? Micros.instant(micros) : null,
                                rows.getObject(10, Long.class),
                                nextFire == null || nextFire <= 0 ? null : Instant.ofEpochMilli(nextFire),
                                !isPaused(rows.getString(12)),
                                rows.getTimestamp(13) != null));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
        return states;
    }

    /** Stops the schedule of a route, or lets it go on, in all processes. */
    @Transactional(rollbackOn = Exception.class)
    public void schedule(String route, boolean enabled, String who) {
        try {
            for (String group : List.of(RunKind.JOB_GROUP, RunKind.DEEP_GROUP)) {
                TriggerKey key = new TriggerKey(route, group);
                if (enabled) {
                    scheduler.resumeTrigger(key);
                } else {
                    scheduler.pauseTrigger(key);
                }
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("The scheduler does not answer: " + e.getMessage(), e);
        }
        audit.write(who, enabled ? "resume" : "pause", route, null);
    }

    /** {@code PAUSED_BLOCKED} is a paused schedule whose route runs just now. */
    static boolean isPaused(String triggerState) {
        return triggerState != null && triggerState.startsWith("PAUSED");
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
