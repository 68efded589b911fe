package dev.syncline.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** Who this process is, which runs it carries out, and until when they are its own unless it renews them. */
@ApplicationScoped
class Lease {
    private final Map<Long, Instant> held = new ConcurrentHashMap<>();
    private final String owner;
    private final Clock clock;
    private final Duration length;

    Lease(Clock clock, Scheduler scheduler, @ConfigProperty(name = "syncline.lease") Duration length)
            throws SchedulerException {
        this.clock = clock;
        this.length = length;
        this.owner = scheduler.getSchedulerInstanceId();
    }

    void hold(long run, Instant until) {
        held.put(run, until);
    }

    void drop(long run) {
        held.remove(run);
    }

    void renewed(Collection<Long> runs, Instant until) {
        runs.forEach(run -> held.computeIfPresent(run, (id, before) -> until));
    }

    /**
     * Whether the run is surely this process's own. It is not when the process could not renew the lease in time, be it
     * that the hub did not answer or that the process itself stood still.
     */
    boolean isSure(long run) {
        Instant until = held.get(run);
        return until != null && clock.instant().isBefore(until);
    }

    List<Long> held() {
        return List.copyOf(held.keySet());
    }

    /** The process's name, the same as Quartz has for it. */
    String owner() {
        return owner;
    }

    Duration length() {
        return length;
    }

    Instant until() {
        return clock.instant().plus(length);
    }
}
