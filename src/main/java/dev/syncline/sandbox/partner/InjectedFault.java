package dev.syncline.sandbox.partner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.call.SandboxProblem;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A fault of a partner system or supplier, as {@code POST /sandbox/faults} describes it.
 *
 * @param entity null for all
 * @param match the key of the record concerned, or a regular expression for it
 * @param asDate whether the Retry-After is a date
 * @param reset seconds until calls are left again
 * @param left how often it applies
 */
public record InjectedFault(
        String system,
        String entity,
        String kind,
        int status,
        Integer retryAfter,
        boolean asDate,
        int reset,
        long delayMillis,
        String match,
        Pattern pattern,
        String reason,
        String body,
        AtomicInteger left) {
    static final String STATUS = "status";
    static final String DELAY = "delay";
    static final String DROP = "drop-after-commit";
    static final String REFUSE = "refuse-record";
    static final String MALFORMED = "malformed";
    /** Closes the connection without doing anything. */
    static final String DISCONNECT = "disconnect";
    /** Refuses a whole request if a record of it matches. */
    static final String REFUSE_BATCH = "refuse-batch";
    /** Carries a delivery out, and omits the records that match from the answer. */
    static final String SHORT_ANSWER = "short-answer";
    /** Carries a delivery out, and stalls in the middle of the answer. */
    static final String STALL = "stall";
    /** Answers that no call is left before the reset. */
    static final String RATE_LIMIT = "rate-limit";

    private static final Set<String> KINDS =
            Set.of(STATUS, DELAY, DROP, REFUSE, MALFORMED, DISCONNECT, REFUSE_BATCH, SHORT_ANSWER, STALL, RATE_LIMIT);

    public static InjectedFault of(ObjectNode json) {
        String kind = json.path("kind").asText();
        if (!KINDS.contains(kind)) {
            throw new SandboxProblem(400, "Unknown kind '" + kind + "'; there are " + String.join(", ", KINDS));
        }
        String match = json.path("match").asText(null);
        if (Set.of(REFUSE, REFUSE_BATCH, SHORT_ANSWER).contains(kind) && match == null) {
            throw new SandboxProblem(400, "A " + kind + " fault needs 'match': a key or a regular expression");
        }
        int times = json.path("times").asInt(Integer.MAX_VALUE);
        return new InjectedFault(
                json.path("system").asText(),
                json.path("entity").asText(null),
                kind,
                json.path("status").asInt(503),
                json.hasNonNull("retryAfter") ? json.get("retryAfter").asInt() : null,
                json.path("asDate").asBoolean(false),
                json.path("reset").asInt(2),
                json.path("delayMillis").asLong(5_000),
                match,
                pattern(match),
                json.path("reason").asText("refused by a fault of the sandbox"),
                json.path("body").asText("<html><body>Bad Gateway</body></html>"),
                new AtomicInteger(times));
    }

    private static Pattern pattern(String match) {
        try {
            return match == null ? null : Pattern.compile(match);
        } catch (PatternSyntaxException e) {
            return Pattern.compile(Pattern.quote(match));
        }
    }

    boolean concerns(String system, String entity, String kind) {
        return this.system.equals(system)
                && this.kind.equals(kind)
                && (this.entity == null || this.entity.equals(entity));
    }

    boolean matches(String key) {
        return key.equals(match) || pattern.matcher(key).matches();
    }

    /** Returns whether it applies now, and counts down. */
    boolean strikes() {
        return left.getAndUpdate(n -> n == Integer.MAX_VALUE ? n : Math.max(0, n - 1)) > 0;
    }

    public ObjectNode json() {
        ObjectNode json = SandboxJson.MAPPER
                .createObjectNode()
                .put("system", system)
                .put("entity", entity)
                .put("kind", kind)
                .put("match", match)
                .put("status", kind.equals(STATUS) ? (Integer) status : null)
                .put("retryAfter", retryAfter)
                .put("delayMillis", kind.equals(DELAY) ? (Long) delayMillis : null);
        return left.get() == Integer.MAX_VALUE ? json.putNull("timesLeft") : json.put("timesLeft", left.get());
    }
}
