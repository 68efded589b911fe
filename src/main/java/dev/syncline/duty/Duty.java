package dev.syncline.duty;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Work that a process repeats on a thread of its own. An exception of a round does not end it; an Error is reported by
 * liveness until a round succeeds again.
 */
public final class Duty {

    private static final Logger LOG = Logger.getLogger(Duty.class);
    private static final long SAYS_SO_AGAIN_AFTER = TimeUnit.MINUTES.toNanos(1);

    private final String name;
    private final Round work;
    private final ScheduledExecutorService timer;
    private final Future<?> rounds;
    private volatile Error error;
    private volatile boolean isStopped;
    private String lastSaid;
    private long lastSaidAt;

    Duty(String name, Duration first, Duration pause, Round work) {
        this.name = name;
        this.work = work;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        this.rounds = timer.scheduleWithFixedDelay(
                this::round, first.toNanos(), Math.max(1, pause.toNanos()), TimeUnit.NANOSECONDS);
    }

    String name() {
        return name;
    }

    /** Returns why the work is not being done; empty if it is. */
    Optional<String> problem() {
        if (isStopped) {
            return Optional.empty();
        }
        if (rounds.isDone()) {
            return Optional.of("ended");
        }
        return Optional.ofNullable(error).map(Error::toString);
    }

    /** Stops it at once. */
    public void stop() {
        isStopped = true;
        timer.shutdownNow();
    }

    private void round() {
        try {
            work.carryOut();
            error = null;
        } catch (Error e) {
            error = e;
            say(() -> LOG.errorf(e, "%s: a round ended with an error, another follows", name), e);
        } catch (Exception e) {
            error = null;
            say(() -> LOG.warnf("%s: not done now, tried again soon: %s", name, text(e)), e);
        }
    }

    /** Logs a failure once a minute, and when it changes, as a hub that is away for long would fill the log. */
    private void say(Runnable log, Throwable e) {
        boolean isNew = !Objects.equals(lastSaid, text(e)) || System.nanoTime() - lastSaidAt > SAYS_SO_AGAIN_AFTER;
        if (isNew && !isStopped) {
            lastSaid = text(e);
            lastSaidAt = System.nanoTime();
            log.run();
        }
    }

    private static String text(Throwable e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
