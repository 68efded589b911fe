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

/** This process's name, the items that it carries out, and until when each is its own unless the lease is renewed. */
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

    void hold(WorkKind<?> kind, WorkItem item) {
        held.put(item.id, new Held(kind, item.fence, item.leaseUntil));
    }

    /** This process does not carry the item out any more, unless it has claimed it again since. */
    void drop(long item, int fence) {
        held.computeIfPresent(item, (id, mine) -> mine.fence() == fence ? null : mine);
    }

    void renewed(Collection<Long> items, Instant until) {
        items.forEach(
                item -> held.computeIfPresent(item, (id, before) -> new Held(before.kind(), before.fence(), until)));
    }

    /** The kind of an item that this process carries out; empty for others, and for the number 0, which is no item's. */
    Optional<WorkKind<?>> kindOf(long item) {
        return Optional.ofNullable(held.get(item)).map(Held::kind);
    }

    List<Long> of(WorkKind<?> kind) {
        return held.entrySet().stream()
                .filter(entry -> entry.getValue().kind().type() == kind.type())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Whether the item surely is this process's own. It is not when the process could not renew the lease in time, be it
     * that the hub did not answer or that the process itself stood still.
     */
    public boolean isSure(long item) {
        Held mine = held.get(item);
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
