package dev.syncline.purchasing;

import dev.syncline.run.Run;
import dev.syncline.run.RunStatus;
import dev.syncline.supplier.OwnRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** Looks into the hub for whose a run is. */
@ApplicationScoped
class LeasedRuns implements OwnRuns {
    private final CamelContext camel;
    private final Clock clock;
    private final String owner;

    LeasedRuns(CamelContext camel, Clock clock, Scheduler scheduler) throws SchedulerException {
        this.camel = camel;
        this.clock = clock;
        this.owner = scheduler.getSchedulerInstanceId();
    }

    @Override
    @Transactional(rollbackOn = Exception.class)
    public boolean goesOn(long run) {
        return !camel.isStopping()
                && Run.count(
                                "id = ?1 and status = ?2 and cancelledBy is null and owner = ?3 and leaseUntil > ?4",
                                run,
                                RunStatus.IN_PROGRESS,
                                owner,
                                clock.instant())
                        > 0;
    }
}
