package dev.syncline.api.runs;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Moment;
import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.page.Window;
import dev.syncline.run.RunRequest;
import dev.syncline.run.Trigger;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The body of the call that triggers a route; every field is optional.
 *
 * @param range its name
 * @param from first instant, ISO-8601 with offset, or a date
 * @param to first instant after the range
 */
@RegisterForReflection
public record TriggerBody(
        String range,
        String from,
        String to,
        String depth,
        Boolean dryRun,
        Boolean withPrerequisites,
        List<String> keys) {
    private static final int MOST_KEYS = 10_000;

    public TriggerBody {
        keys = keys == null || keys.isEmpty()
                ? null
                : keys.stream().map(k -> k == null ? "" : k).toList();
    }

    /** Returns this body with its missing fields taken from the other one. */
    public TriggerBody or(TriggerBody other) {
        return other == null
                ? this
                : new TriggerBody(
                        range != null ? range : other.range,
                        from != null ? from : other.from,
                        to != null ? to : other.to,
                        depth != null ? depth : other.depth,
                        dryRun != null ? dryRun : other.dryRun,
                        withPrerequisites != null ? withPrerequisites : other.withPrerequisites,
                        keys != null ? keys : other.keys);
    }

    /** @throws BadRequest if a field is invalid, or fields contradict each other */
    public RunRequest request(String route, String who, Clock clock, ZoneId zone) {
        Range named = Range.CHANGES;
        Window window = null;
        if (from != null || to != null) {
            if (range != null) {
                throw new BadRequest("A run has either a range or from and to, not both");
            }
            Instant first = Moment.of("from", from, zone);
            Instant end = Moment.of("to", to, zone);
            if (first != null && end != null && first.isAfter(end)) {
                throw new BadRequest("from (" + from + ") is after to (" + to + ")");
            }
            named = Range.FROM_TO;
            window = new Window(first, end, null, false);
        } else if (range != null) {
            try {
                named = Range.of(range);
            } catch (IllegalArgumentException e) {
                throw new BadRequest(e.getMessage());
            }
            if (named != Range.CHANGES && named != Range.ALL) {
                window = named.window(clock, zone);
            }
        }
        if (keys != null && (keys.size() > MOST_KEYS || keys.stream().anyMatch(String::isBlank))) {
            throw new BadRequest("keys must name 1 to " + MOST_KEYS + " records, none of them blank");
        }
        return new RunRequest(
                route, Trigger.ON_DEMAND, who, named, window, depthOf(depth), Boolean.TRUE.equals(dryRun), keys);
    }

    private static Depth depthOf(String depth) {
        if (depth == null) {
            return Depth.SHALLOW;
        }
        return Arrays.stream(Depth.values())
                .filter(d -> d.name().toLowerCase(Locale.ROOT).equals(depth))
                .findFirst()
                .orElseThrow(() -> new BadRequest("Unknown depth '" + depth + "'. Depths are shallow, deep"));
    }
}
