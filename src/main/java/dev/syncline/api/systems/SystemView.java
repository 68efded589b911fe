package dev.syncline.api.systems;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * A system as the API shows it, without any secret.
 *
 * @param kind HTTP or SQL; null if it has no address
 * @param address without user, password and parameters; null if it has none
 * @param detail what the state means, and what to do
 * @param breaker CLOSED, or OPEN while the process that answers calls it only as a trial, as it does not answer
 * @param nextTrialAt when that process calls it next; null if at the next call
 * @param pausedUntil until when it asked not to be called by any process; null if it did not
 */
@RegisterForReflection
public record SystemView(
        String name,
        String kind,
        String address,
        State state,
        String detail,
        String breaker,
        Instant nextTrialAt,
        Instant pausedUntil,
        Limits limits,
        List<Use> routes) {
    /** How a system stands; the first that applies. */
    public enum State {
        NOT_CONFIGURED,
        PAUSED,
        AWAY,
        UNREACHABLE,
        REACHABLE
    }

    /**
     * The limits of its calls; those that do not apply to its kind are null.
     *
     * @param rate calls of all processes together, such as {@code 100/min}; null if not limited
     * @param connections the most of a process
     * @param patience how long a run waits for it
     */
    @RegisterForReflection
    public record Limits(
            String rate,
            Integer connections,
            String connectTimeout,
            String timeout,
            String queryTimeout,
            String patience,
            String longestPause,
            Long longestAnswerBytes) {}

    /**
     * A route that uses it.
     *
     * @param as SOURCE or TARGET
     * @param concurrency the most batches at a time; null for a source, which is read page by page
     */
    @RegisterForReflection
    public record Use(String route, String as, Integer concurrency) {}
}
