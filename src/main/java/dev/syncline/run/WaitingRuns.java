package dev.syncline.run;

import dev.syncline.record.Fenced;
import dev.syncline.system.RunWaits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.apache.camel.spi.CamelEvent.CamelContextStoppingEvent;
import org.jboss.logging.Logger;

/**
 * The runs of this process that wait for a system: shows in {@code sync_run.waiting_until} until when, and ends the wait
 * of those that are cancelled, that are this process's no more, or when it stops. Asks the hub only while one waits.
 */
@ApplicationScoped
class WaitingRuns implements RunWaits {
    private static final Logger LOG = Logger.getLogger(WaitingRuns.class);
    private static final long INTERVAL = 500;

    private final DataSource hub;
    private final Lease lease;
    private final Clock clock;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "waiting-runs");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean isStopping;

    WaitingRuns(DataSource hub, Lease lease, Clock clock) {
        this.hub = hub;
        this.lease = lease;
        this.clock = clock;
    }

    void start(@Observes CamelContextStartedEvent event) {
        timer.scheduleWithFixedDelay(this::tick, INTERVAL, INTERVAL, TimeUnit.MILLISECONDS);
    }

    /** As soon as Camel begins to stop: it would wait for the runs. */
    void stop(@Observes CamelContextStoppingEvent event) {
        isStopping = true;
        timer.shutdownNow();
        waits.forEach(wait -> wait.end(new HandedOver(wait.run)));
    }

    /**
     * @throws RunCancelled when somebody cancels the run
     * @throws Fenced when the run is over, or another process's
     * @throws HandedOver when this process stops
     */
    @Override
    public void await(long run, Instant until, boolean shown) {
        Wait wait = new Wait(run, until, shown);
        waits.add(wait);
        try {
            if (isStopping) {
                throw new HandedOver(run);
            }
            if (shown) {
                show(run);
            }
            wait.await(Duration.between(clock.instant(), until));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HandedOver(run);
        } finally {
            waits.remove(wait);
            if (shown) {
                show(run);
            }
        }
    }

    private void tick() {
        if (waits.isEmpty()) {
            return;
        }
        Long[] runs = waits.stream().map(wait -> wait.run).distinct().toArray(Long[]::new);
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        """
                        select id, cancelled_by is not null, status = 'IN_PROGRESS' and owner = ?
                        from sync_run where id = any (?)""")) {
            Array ids = connection.createArrayOf("bigint", runs);
            select.setString(1, lease.owner());
            select.setArray(2, ids);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long run = rows.getLong(1);
                    if (!rows.getBoolean(3)) {
                        end(run, new Fenced(run));
                    } else if (rows.getBoolean(2)) {
                        end(run, new RunCancelled(run));
                    } else {
                        show(run); // a page that was recorded meanwhile has taken it away
                    }
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("Whether waiting runs were cancelled is not known: %s", e.getMessage());
        }
    }

    private void end(long run, RuntimeException why) {
        waits.stream().filter(wait -> wait.run == run).forEach(wait -> wait.end(why));
    }

    /** Until the last of the run's waits that are shown; one at a time, so that the newest state is written last. */
    private synchronized void show(long run) {
        Instant until = waits.stream()
                .filter(wait -> wait.run == run && wait.shown)
                .map(wait -> wait.until)
                .max(Comparator.naturalOrder())
                .orElse(null);
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        """
                        update sync_run set waiting_until = ?
                        where id = ? and owner = ? and status = 'IN_PROGRESS' and waiting_until is distinct from ?""")) {
            Object time = until == null ? null : until.atOffset(ZoneOffset.UTC);
            update.setObject(1, time, Types.TIMESTAMP_WITH_TIMEZONE);
            update.setLong(2, run);
            update.setString(3, lease.owner());
            update.setObject(4, time, Types.TIMESTAMP_WITH_TIMEZONE);
            update.executeUpdate();
        } catch (SQLException e) {
            LOG.debugf("That run %d waits could not be shown: %s", run, e.getMessage());
        }
    }

    /** One call that waits. */
    private static final class Wait {
        private final long run;
        private final Instant until;
        private final boolean shown;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile RuntimeException why;

        private Wait(long run, Instant until, boolean shown) {
            this.run = run;
            this.until = until;
            this.shown = shown;
        }

        private void await(Duration time) throws InterruptedException {
            if (ended.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw why;
            }
        }

        private void end(RuntimeException cause) {
            why = cause;
            ended.countDown();
        }
    }
}
