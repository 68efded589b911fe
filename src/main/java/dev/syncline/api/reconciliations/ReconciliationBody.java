package dev.syncline.api.reconciliations;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.runs.TriggerBody;
import dev.syncline.page.Range;
import dev.syncline.reconcile.ReconciliationRequest;
import dev.syncline.run.RunRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Clock;
import java.time.ZoneId;

/**
 * The body of the call that reconciles a route; every field is optional.
 *
 * @param range its name; {@code all} by default
 * @param repair whether to send the records in which differences are found
 */
@RegisterForReflection
public record ReconciliationBody(String range, String from, String to, String depth, Boolean repair) {
    /** Returns this body with its missing fields taken from the other one. */
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

    /** @throws BadRequest if a field is invalid, or fields contradict each other */
    ReconciliationRequest request(String route, String who, Clock clock, ZoneId zone) {
        boolean isWhole = range == null && from == null && to == null;
        RunRequest asked = new TriggerBody(isWhole ? Range.ALL.apiName() : range, from, to, depth, null, null, null)
                .request(route, who, clock, zone);
        if (asked.range() == Range.CHANGES) {
            throw new BadRequest(
                    "A reconciliation covers a range by time, or all records; 'changes' is what the next run"
                            + " covers");
        }
        return new ReconciliationRequest(
                route, who, asked.range(), asked.window(), asked.depth(), Boolean.TRUE.equals(repair));
    }
}
