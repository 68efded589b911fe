package dev.syncline.work;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.syncline.duty.Duties;
import dev.syncline.duty.Duty;
import dev.syncline.system.CallTimes;
import dev.syncline.system.CallWaits;
import dev.syncline.system.WatchedCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.apache.camel.spi.CamelEvent.CamelContextStoppingEvent;
import org.jboss.logging.Logger;

/**
 * Keeps track of this process's calls that wait for a system. Records in the part how long its call waits, and ends the
 * wait when the item is cancelled, the part is taken over, or the process stops. Unanswered calls are watched in the same
 * way. Queries the hub only while a call waits.
 */
@ApplicationScoped
class WaitingCalls implements CallWaits {
    private static final Logger LOG = Logger.getLogger(WaitingCalls.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);
    /** Most waits for a permit of another call are short and not worth a write each. */
    private static final Duration SHOWN_AFTER = Duration.ofMillis(500);

    private final WaitingRows rows;
    private final HeldLeases leases;
    private final Clock clock;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final Duties duties;
    private Duty duty;
    private volatile boolean isStopping;

    WaitingCalls(WaitingRows rows, HeldLeases leases, Clock clock, Duties duties) {
        this.rows = rows;
        this.leases = leases;
        this.clock = clock;
        this.duties = duties;
    }

    void start(@Observes CamelContextStartedEvent event) {
        duty = duties.repeat("waiting-calls", INTERVAL, INTERVAL, this::tick);
    }

    /** Ends all waits as soon as Camel begins to stop, as Camel waits for the runs. */
    void stop(@Observes CamelContextStoppingEvent event) {
        isStopping = true;
        if (duty != null) {
            duty.stop();
        }
        // Calls in progress finish, and so does the page that they belong to.
        waits.stream().filter(wait -> wait.cutOff == null).forEach(wait -> wait.end(wait.handedOver()));
    }

    /**
     * @throws HandedOver when this process stops
     * @throws WorkCancelled when somebody cancels the item
     * @throws LeaseLost when the item has ended, or another process owns the part
     */
    @Override
    public void await(long caller, String system, Instant until, boolean shown) {
        Instant now = clock.instant();
        CallTimes times = new CallTimes(system, now, shown ? now : Instant.MAX, until);
        await(wait(caller, times, null, new CountDownLatch(1)));
    }

    /** @throws RuntimeException as for other waits */
    @Override
    public void await(long caller, Instant until, CountDownLatch opened) {
        Instant now = clock.instant();
        await(wait(caller, new CallTimes(null, now, now.plus(SHOWN_AFTER), until), null, opened));
    }

    private void await(Wait wait) {
        waits.add(wait);
        try {
            if (isStopping) {
                throw wait.handedOver();
            }
            if (wait.isShown(clock.instant())) {
                show(wait);
            }
            wait.await(Duration.between(clock.instant(), wait.until()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw wait.handedOver();
        } finally {
            waits.remove(wait);
            if (wait.isShown(clock.instant())) {
                show(wait);
            }
        }
    }

    @Override
    public WatchedCall watch(long caller, CallTimes call, Runnable cutOff) {
        Wait wait = wait(caller, call, cutOff, new CountDownLatch(1));
        waits.add(wait);
        return new WatchedCall() {
            @Override
            public void progressed() {
                wait.beginsAnew(clock.instant());
            }

            @Override
            public RuntimeException why() {
                return wait.why;
            }

            @Override
            public void close() {
                waits.remove(wait);
                if (wait.isShown(clock.instant())) {
                    show(wait);
                }
            }
        };
    }

    private Wait wait(long part, CallTimes call, Runnable cutOff, CountDownLatch ended) {
        return new Wait(leases.kindOf(part).orElse(null), part, call, clock.instant(), cutOff, ended);
    }

    private void tick() {
        Instant now = clock.instant();
        Map<WorkKind<?>, Set<Long>> waiting = waits.stream()
                .filter(wait -> wait.kind != null && wait.isHeeded(now))
                .collect(groupingBy(wait -> wait.kind, mapping(wait -> wait.id, toSet())));
        waiting.forEach((kind, ids) -> {
            try {
                Map<Long, Boolean> ended = rows.ended(kind, ids);
                ended.forEach((id, isCancelled) -> of(id).filter(wait -> wait.cutOff != null || wait.isHeeded(now))
                        .forEach(wait -> wait.end(isCancelled ? wait.cancelled() : wait.lost())));
                // A page recorded meanwhile has cleared it.
                ids.stream()
                        .filter(id -> !ended.containsKey(id))
                        .flatMap(id -> of(id).filter(wait -> wait.isShown(now)).limit(1))
                        .forEach(this::show);
            } catch (SQLException | RuntimeException e) {
                LOG.debugf("Whether what waits was cancelled is not known: %s", e.getMessage());
            }
        });
    }

    private Stream<Wait> of(long id) {
        return waits.stream().filter(wait -> wait.id == id);
    }

    /** Writes the end of the part's longest wait; one write at a time, so that the newest state is written last. */
    private synchronized void show(Wait one) {
        if (one.kind == null) {
            return; // a call that no part makes
        }
        Instant now = clock.instant();
        Wait longest = of(one.id)
                .filter(wait -> wait.isShown(now))
                .max(Comparator.comparing(Wait::until))
                .orElse(null);
        try {
            if (longest == null) {
                rows.clear(one.id);
            } else {
                rows.show(one.id, longest.until(), longest.reason());
            }
        } catch (SQLException e) {
            LOG.debugf("That %d waits could not be shown: %s", one.id, e.getMessage());
        }
    }

    /** A waiting call. */
    private static final class Wait {
        private final WorkKind<?> kind;
        private final long id;
        private final CallTimes call;
        private final Instant begun;
        private volatile Duration later = Duration.ZERO;
        private final Runnable cutOff;
        private final CountDownLatch ended;
        private volatile RuntimeException why;

        /**
         * @param kind the kind of the part that makes the call; null if no part does
         * @param cutOff cuts the call off; null to end this wait itself
         * @param ended opened when the wait ends, by whoever ends it
         */
        private Wait(WorkKind<?> kind, long id, CallTimes call, Instant begun, Runnable cutOff, CountDownLatch ended) {
            this.ended = ended;
            this.begun = begun;
            this.kind = kind;
            this.id = id;
            this.call = call;
            this.cutOff = cutOff;
        }

        private RuntimeException handedOver() {
            return new HandedOver(noun(), id);
        }

        private RuntimeException cancelled() {
            return new WorkCancelled(noun(), id);
        }

        private RuntimeException lost() {
            return new LeaseLost(noun(), id);
        }

        private String noun() {
            return kind == null ? "Call" : kind.noun();
        }

        /** What it waits for, as the time line shows it. */
        private String reason() {
            return call.system() == null
                    ? "for memory that other calls use"
                    : (cutOff == null ? "for the system " : "for an answer of ") + call.system();
        }

        private boolean isHeeded(Instant now) {
            return !call.heedsFrom().isAfter(now.minus(later));
        }

        private boolean isShown(Instant now) {
            return !call.showsFrom().isAfter(now.minus(later));
        }

        private Instant until() {
            return call.until().plus(later);
        }

        private void beginsAnew(Instant now) {
            later = Duration.between(begun, now);
        }

        private void await(Duration time) throws InterruptedException {
            if (ended.await(time.toNanos(), TimeUnit.NANOSECONDS) && why != null) {
                throw why;
            }
        }

        private void end(RuntimeException cause) {
            why = cause;
            ended.countDown();
            if (cutOff != null) {
                cutOff.run();
            }
        }
    }
}
