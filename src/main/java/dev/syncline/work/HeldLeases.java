package dev.syncline.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** Holds this process's name, the parts that it carries out, and the time at which each lease expires unless renewed. */
@ApplicationScoped
public class HeldLeases {
    private final Map<Long, Held> held = new ConcurrentHashMap<>();
    private final String owner;
    private final Clock clock;
    private final Duration length;

    HeldLeases(Clock clock, Scheduler scheduler, @ConfigProperty(name = "syncline.lease") Duration length)
            throws SchedulerException {
        this.clock = clock;
        this.length = length;
        this.owner = scheduler.getSchedulerInstanceId();
    }

    private record Held(WorkKind<?> kind, int fence, Instant until) {}

    void hold(WorkKind<?> kind, WorkPart part) {
        held.put(part.id, new Held(kind, part.fence, part.leaseUntil));
    }

    /** Removes a part from those that this process carries out, unless it has claimed the part again since. */
    void drop(long part, int fence) {
        held.computeIfPresent(part, (id, mine) -> mine.fence() == fence ? null : mine);
    }

    void renewed(Collection<Long> parts, Instant until) {
        parts.forEach(
                part -> held.computeIfPresent(part, (id, before) -> new Held(before.kind(), before.fence(), until)));
    }

    /** Returns the kind of a part that this process carries out; empty for other parts and for the number 0. */
    Optional<WorkKind<?>> kindOf(long part) {
        return Optional.ofNullable(held.get(part)).map(Held::kind);
    }

    /** Returns the numbers of the parts that this process carries out. */
    List<Long> parts() {
        return List.copyOf(held.keySet());
    }

    /**
     * Returns whether this process certainly owns the part. It does not if it could not renew the lease in time, because the
     * hub did not answer or because the process itself was suspended.
     */
    public boolean isSure(long part) {
        Held mine = held.get(part);
        return mine != null && clock.instant().isBefore(mine.until());
    }

    /** Returns the process's name, which is also its name in Quartz. */
    public String owner() {
        return owner;
    }

    public Duration length() {
        return length;
    }

    /** Returns the time at which a lease expires that is taken or renewed now. */
    public Instant until() {
        return clock.instant().plus(length);
    }
}
