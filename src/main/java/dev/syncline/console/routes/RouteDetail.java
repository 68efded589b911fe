package dev.syncline.console.routes;

import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * One route, as its page shows it.
 *
 * @param trouble why its latest runs failed; empty where they did not
 * @param trigger the form that runs it; null if it takes no on-demand runs
 * @param canPause whether its schedule is on and can be paused
 * @param canResume whether its schedule is paused
 * @param statuses how many of its records are in which status
 * @param file its route file, as it was loaded; empty where it has none of its own
 */
record RouteDetail(
        String id,
        String title,
        String flow,
        State state,
        String trouble,
        TriggerForm trigger,
        boolean canPause,
        boolean canResume,
        List<Fact> facts,
        List<Status> statuses,
        List<Reason> reasons,
        Chart chart,
        String fileName,
        String file) {

    /**
     * @param does what a run does, in words
     * @param prerequisites that can run before it; empty for none
     * @param deletions what a deep run does with records that are gone
     */
    record TriggerForm(String does, List<RangeChoice> ranges, String prerequisites, String deletions) {}

    record RangeChoice(String value, String label) {}

    /** @param links further routes */
    record Fact(String name, String value, When when, List<Link> links) {}

    record Link(String label, String address) {}

    record Status(State state, String count, String address) {}

    record Reason(State state, String count, String reason, String address) {}

    /** Its latest runs as bars, oldest first. */
    record Chart(int width, List<Bar> bars, String longest, String text) {}

    record Bar(int x, int y, int height, String tone, String title, String address) {}
}
