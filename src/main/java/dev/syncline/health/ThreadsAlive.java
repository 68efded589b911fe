package dev.syncline.health;

import dev.syncline.duty.Duties;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Liveness: the threads of duties and of the scheduler are alive, none died of an Error, and none are deadlocked. It
 * checks nothing outside of the process, and needs no free thread, so a restart helps when it fails.
 */
@Liveness
@ApplicationScoped
class ThreadsAlive implements AsyncHealthCheck {
    private final Duties duties;
    private final SchedulerThreads scheduler;
    private final Deadlocks deadlocks = new Deadlocks();

    ThreadsAlive(Duties duties, SchedulerThreads scheduler) {
        this.duties = duties;
        this.scheduler = scheduler;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().item(this::answer);
    }

    private HealthCheckResponse answer() {
        List<String> problems = new ArrayList<>(duties.problems());
        problems.addAll(scheduler.dead());
        problems.addAll(deadlocks.found());
        HealthCheckResponseBuilder check = HealthCheckResponse.named("threads").status(problems.isEmpty());
        if (!problems.isEmpty()) {
            check.withData("reason", String.join("; ", problems));
        }
        return check.build();
    }
}
