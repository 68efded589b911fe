package dev.syncline.console.runs;

import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * One run, as its page shows it.
 *
 * @param isOver whether it has ended
 * @param again what the button that runs it again asks for; null where it cannot be asked for
 * @param reasons of the route's records that are kept back
 * @param changes a page of what it did, or would have done
 */
record RunDetail(
        long id,
        String routeTitle,
        String routeAddress,
        boolean isOver,
        Again again,
        List<Fact> facts,
        List<Event> events,
        List<Reason> reasons,
        String changesTitle,
        List<Change> changes,
        String nextChanges) {
    record Again(String address, String range, String from, String to, String depth, boolean dryRun) {}

    record Fact(String name, String value) {}

    /** @param what in words, with who did it */
    record Event(When when, String what, String tone) {}

    record Reason(State state, String count, String reason, String address) {}

    /** @param fields what changed, a line each */
    record Change(String title, String key, String address, String action, String tone, List<String> fields) {}
}
