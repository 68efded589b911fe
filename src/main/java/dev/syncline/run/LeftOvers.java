package dev.syncline.run;

import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.work.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** What routes leave behind that were renamed or removed: Quartz jobs with their triggers, and runs that never began. */
@ApplicationScoped
class LeftOvers {
    private static final Logger LOG = Logger.getLogger(LeftOvers.class);

    private final DataSource hub;
    private final Replicas replicas;
    private final Catalog catalog;
    private final Scheduler scheduler;
    private final RunKind kind;
    private final WorkItems items;
    private final ScheduleUpdates schedules;
    /** As Camel made them. */
    private final Map<JobDetail, Trigger> own = new HashMap<>();

    private Set<String> routesBefore;

    LeftOvers(
            DataSource hub,
            Replicas replicas,
            Catalog catalog,
            Scheduler scheduler,
            RunKind kind,
            WorkItems items,
            ScheduleUpdates schedules) {
        this.hub = hub;
        this.replicas = replicas;
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.kind = kind;
        this.items = items;
        this.schedules = schedules;
    }

    /**
     * Removes what belongs to a route that no living process has; in a rolling update there are some that have others. A
     * route is missed at two looks in a row: after an outage of the hub all processes look dead until they check in, as does
     * one that stood still. What others took from this one while it did comes back.
     */
    void remove() throws SQLException, SchedulerException {
        try (Connection connection = hub.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Optional<Set<String>> living = replicas.routes(connection);
                if (living.isPresent()) {
                    Set<String> routes = new HashSet<>(living.get());
                    catalog.all().forEach(route -> routes.add(route.id()));
                    bringInLine(routes);
                }
                connection.commit();
            } finally {
                connection.rollback(); // what was not committed: the pool would commit it
            }
        }
    }

    private void bringInLine(Set<String> routes) throws SchedulerException {
        Set<JobKey> jobs = scheduler.getJobKeys(GroupMatcher.jobGroupEquals(RunKind.JOB_GROUP));
        keepOwn(jobs);
        if (routesBefore != null) {
            Set<String> kept = new HashSet<>(routes);
            kept.addAll(routesBefore);
            removeAllBut(kept, jobs);
        }
        routesBefore = routes;
    }

    private void keepOwn(Set<JobKey> jobs) throws SchedulerException {
        if (own.isEmpty()) {
            for (SyncRoute route : catalog.all()) {
                JobDetail job = scheduler.getJobDetail(new JobKey(route.id(), RunKind.JOB_GROUP));
                Trigger schedule = scheduler.getTrigger(new TriggerKey(route.id(), RunKind.JOB_GROUP));
                if (job != null && schedule != null) {
                    own.put(job, schedule);
                }
            }
            return;
        }
        boolean isIncomplete = false;
        for (Map.Entry<JobDetail, Trigger> job : own.entrySet()) {
            if (!jobs.contains(job.getKey().getKey())) {
                scheduler.scheduleJob(job.getKey(), Set.of(job.getValue()), true);
                isIncomplete = true;
                LOG.warnf(
                        "The schedule of %s was removed while this process could not be seen: it is added again, not paused",
                        job.getKey().getKey().getName());
            }
        }
        if (isIncomplete) {
            schedules.addDeepOnes();
        }
    }

    private void removeAllBut(Set<String> routes, Set<JobKey> jobs) throws SchedulerException {
        for (JobKey job : jobs) {
            if (!routes.contains(job.getName())) {
                scheduler.deleteJob(job);
                LOG.infof("There is no route %s any more: its schedule is removed", job.getName());
            }
        }
        for (Run run : items.endWithoutRoute(kind, routes)) {
            LOG.infof("Run %d ended: %s", run.id, run.reason);
        }
    }
}
