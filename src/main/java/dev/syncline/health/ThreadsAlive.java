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
 * Whether this process can still work: the threads of its duties and of its scheduler live, none died of an Error, none
 * wait for each other. It asks nothing outside of the process, and needs no free thread: a restart mends what it tells.
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
