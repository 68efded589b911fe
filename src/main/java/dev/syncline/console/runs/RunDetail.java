package dev.syncline.console.runs;

import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * One run, as its page shows it.
 *
 * @param isOver whether it has ended
 * @param again what the button that runs it again asks for; null where it cannot be asked for
 * @param reasonsTitle whose reasons they are
 * @param comparison with the run before; empty where there was none
 * @param comparedWith the number of that run
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
        String reasonsTitle,
        List<Reason> reasons,
        String comparedWith,
        List<Difference> comparison,
        String changesTitle,
        List<Change> changes,
        String nextChanges) {
    record Again(String address, String range, String from, String to, String depth, boolean dryRun, String keys) {}

    record Difference(String what, String here, String before) {}

    record Fact(String name, String value) {}

    /** @param what in words, with who did it */
    record Event(When when, String what, String tone) {}

    /** @param isNew whether the run before did not have it */
    record Reason(State state, String count, String reason, String address, boolean isNew) {}

    /** @param fields what changed, a line each */
    record Change(String title, String key, String address, String action, String tone, List<String> fields) {}
}
