package dev.syncline.system.check;

import dev.syncline.secret.Secrets;
import dev.syncline.system.Gates;
import dev.syncline.system.SystemNotConfigured;
import dev.syncline.system.Systems;
import dev.syncline.system.check.CheckResult.Outcome;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Checks whether a system can be reached and takes the configured user or token. A system is checked once at a time, by
 * a thread of its own, so that one that hangs costs one thread however often it is asked for.
 */
@ApplicationScoped
public class SystemCheck {
    /** A person waits for the answer. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** The longest wait for a turn of the rate limit. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(5);

    private final Systems systems;
    private final Gates gates;
    private final SqlCheck sql;
    private final HttpCheck http;
    private final Map<String, CompletableFuture<CheckResult>> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "system-check");
        thread.setDaemon(true);
        return thread;
    });

    SystemCheck(Systems systems, Gates gates, SqlCheck sql, HttpCheck http) {
        this.systems = systems;
        this.gates = gates;
        this.sql = sql;
        this.http = http;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Returns what a check does, without credentials. */
    public String tries(String system) {
        try {
            return systems.isSql(system) ? sql.tries(system) : http.tries(system);
        } catch (SystemNotConfigured e) {
            return "nothing: the system has no address";
        }
    }

    /** Returns the result within the system's time-out, and within 30 seconds. */
    public CompletableFuture<CheckResult> check(String system) {
        String tried = tries(system);
        Instant paused = gates.pauses().get(system);
        if (paused != null) {
            return notCalled(
                    tried,
                    "It asked for a pause until " + paused.truncatedTo(ChronoUnit.SECONDS)
                            + ", so it was not called. Test it again after that");
        }
        Duration longest;
        Duration turn;
        try {
            longest = longest(system);
            turn = running.containsKey(system) ? Duration.ZERO : gates.reserve(system);
        } catch (IllegalArgumentException e) {
            return notCalled(tried, "Its settings are invalid: " + Secrets.masked(e.getMessage()));
        }
        if (turn.compareTo(LONGEST_TURN) > 0) {
            return notCalled(
                    tried,
                    "Its rate limit allows the next call in " + turn.toSeconds()
                            + " s, as runs call it, so it was not called. Test it again later");
        }
        CompletableFuture<CheckResult> result = new CompletableFuture<>();
        CompletableFuture<CheckResult> other = running.putIfAbsent(system, result);
        if (other == null) {
            CompletableFuture.delayedExecutor(turn.toNanos(), TimeUnit.NANOSECONDS, threads)
                    .execute(() -> carryOut(system, tried, longest, result));
        }
        return (other == null ? result : other)
                .copy()
                .completeOnTimeout(silent(tried, longest), longest.plus(turn).toMillis(), TimeUnit.MILLISECONDS);
    }

    private static CompletableFuture<CheckResult> notCalled(String tried, String why) {
        return CompletableFuture.completedFuture(new CheckResult(Outcome.NOT_CALLED, tried, why, Duration.ZERO));
    }

    private void carryOut(String system, String tried, Duration longest, CompletableFuture<CheckResult> result) {
        long begun = System.nanoTime();
        try {
            Answer answer = systems.isSql(system) ? sql.ask(system, longest) : http.ask(system, longest);
            result.complete(new CheckResult(
                    answer.outcome(), tried, answer.text(), Duration.ofNanos(System.nanoTime() - begun)));
        } catch (SystemNotConfigured e) {
            result.complete(new CheckResult(Outcome.NOT_CALLED, tried, e.getMessage(), Duration.ZERO));
        } catch (RuntimeException e) {
            result.complete(new CheckResult(
                    Outcome.FAILED, tried, Answer.of(e).text(), Duration.ofNanos(System.nanoTime() - begun)));
        } finally {
            running.remove(system, result);
        }
    }

    private Duration longest(String system) {
        Duration timeout = systems.timeout(system);
        return timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
    }

    private static CheckResult silent(String tried, Duration longest) {
        return new CheckResult(Outcome.TIMED_OUT, tried, Answer.silent(longest).text(), longest);
    }
}
