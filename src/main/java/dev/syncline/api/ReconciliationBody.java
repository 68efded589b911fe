package dev.syncline.api;

import dev.syncline.page.Range;
import dev.syncline.reconcile.ReconciliationRequest;
import dev.syncline.run.RunRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What the call that reconciles a route may ask for; all of it optional.
 *
 * @param range its name; {@code all} where nothing is said
 * @param repair whether the differences found are to be sent
 */
@RegisterForReflection
public record ReconciliationBody(String range, String from, String to, String depth, Boolean repair) {
    /** The same, each thing that is not said taken from the other. */
    ReconciliationBody or(ReconciliationBody other) {
        return other == null
                ? this
                : new ReconciliationBody(
                        range != null ? range : other.range,
                        from != null ? from : other.from,
                        to != null ? to : other.to,
                        depth != null ? depth : other.depth,
                        repair != null ? repair : other.repair);
    }

    /** @throws BadRequest when something in it is not understood, or does not go together */
    ReconciliationRequest request(String route, String who, Clock clock, ZoneId zone) {
        boolean isWhole = range == null && from == null && to == null;
        RunRequest asked = new TriggerBody(isWhole ? Range.ALL.apiName() : range, from, to, depth, null, null, null)
                .request(route, who, clock, zone);
        if (asked.range() == Range.CHANGES) {
            throw new BadRequest(
                    "A reconciliation looks at what changed in a range by time, or at all; 'changes' is what"
                            + " the next run brings");
        }
        return new ReconciliationRequest(
                route, who, asked.range(), asked.window(), asked.depth(), Boolean.TRUE.equals(repair));
    }
}
