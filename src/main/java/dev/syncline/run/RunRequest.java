package dev.syncline.run;

import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.page.Window;
import java.util.List;

/**
 * What somebody, or the schedule, asks for.
 *
 * @param window for a range by time: its bounds; null for {@code changes} and {@code all}
 * @param keys the only records wanted; null for all in the range
 * @param repairs the reconciliation whose differences it sends, whatever the status table says; null for none
 */
public record RunRequest(
        String route,
        Trigger trigger,
        String requestedBy,
        Range range,
        Window window,
        Depth depth,
        boolean dryRun,
        List<String> keys,
        Long repairs) {

    public RunRequest(
            String route,
            Trigger trigger,
            String requestedBy,
            Range range,
            Window window,
            Depth depth,
            boolean dryRun,
            List<String> keys) {
        this(route, trigger, requestedBy, range, window, depth, dryRun, keys, null);
    }

    static final String SCHEDULE = "schedule";

    /** Over what changed, or deep over everything: only there lines that changed alone, and deletions, are found. */
    static RunRequest scheduled(String route, Depth depth) {
        return new RunRequest(route, Trigger.SCHEDULE, SCHEDULE, range(depth), null, depth, false, null);
    }

    static Range range(Depth depth) {
        return depth == Depth.DEEP ? Range.ALL : Range.CHANGES;
    }

    RunRequest forRoute(String other) {
        return new RunRequest(other, trigger, requestedBy, range, window, depth, dryRun, null);
    }

    RunRequest forKeys(List<String> others) {
        return new RunRequest(route, trigger, requestedBy, range, window, depth, dryRun, others, repairs);
    }
}
