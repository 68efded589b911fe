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

/** This process's name, the parts that it carries out, and until when each is its own unless the lease is renewed. */
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

    /** This process does not carry the part out any more, unless it has claimed it again since. */
    void drop(long part, int fence) {
        held.computeIfPresent(part, (id, mine) -> mine.fence() == fence ? null : mine);
    }

    void renewed(Collection<Long> parts, Instant until) {
        parts.forEach(
                part -> held.computeIfPresent(part, (id, before) -> new Held(before.kind(), before.fence(), until)));
    }

    /** The kind of a part that this process carries out; empty for others, and for the number 0, which is no part's. */
    Optional<WorkKind<?>> kindOf(long part) {
        return Optional.ofNullable(held.get(part)).map(Held::kind);
    }

    /** The numbers of the parts that this process carries out. */
    List<Long> parts() {
        return List.copyOf(held.keySet());
    }

    /**
     * Whether the part surely is this process's own. It is not when the process could not renew the lease in time, be it
     * that the hub did not answer or that the process itself stood still.
     */
    public boolean isSure(long part) {
        Held mine = held.get(part);
        return mine != null && clock.instant().isBefore(mine.until());
    }

    /** The process's name, the same as Quartz has for it. */
    public String owner() {
        return owner;
    }

    public Duration length() {
        return length;
    }

    /** When a lease ends that is taken or renewed now. */
    public Instant until() {
        return clock.instant().plus(length);
    }
}
