package dev.syncline.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.matchers.GroupMatcher;

/** What routes leave behind that were renamed or removed: Quartz jobs with their triggers, and runs that never began. */
@ApplicationScoped
class LeftOvers {
    private static final Logger LOG = Logger.getLogger(LeftOvers.class);

    private final DataSource hub;
    private final Replicas replicas;
    private final Scheduler scheduler;
    private final RunLife life;

    LeftOvers(DataSource hub, Replicas replicas, Scheduler scheduler, RunLife life) {
        this.hub = hub;
        this.replicas = replicas;
        this.scheduler = scheduler;
        this.life = life;
    }

    /** Removes what belongs to a route that no living process has; in a rolling update there are some that have others. */
    void remove() throws SQLException, SchedulerException {
        try (Connection connection = hub.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Optional<Set<String>> routes = replicas.routes(connection);
                if (routes.isPresent()) {
                    remove(routes.get());
                }
                connection.commit();
            } finally {
                connection.rollback(); // what was not committed: the pool would commit it
            }
        }
    }

    private void remove(Set<String> routes) throws SchedulerException {
        for (JobKey job : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(Dispatcher.GROUP))) {
            if (!routes.contains(job.getName())) {
                scheduler.deleteJob(job);
                LOG.infof("There is no route %s any more: its schedule is removed", job.getName());
            }
        }
        for (Run run : life.endWithoutRoute(routes)) {
            LOG.infof("Run %d ended: %s", run.id, run.reason);
        }
    }
}
