package dev.syncline.run;

import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.page.Scope;
import dev.syncline.page.Window;
import java.util.List;

/**
 * What somebody, or the schedule, asks for.
 *
 * @param scope with its bounds for a range by time, and without a window for {@code changes} and {@code all}
 * @param repairs the reconciliation whose differences it sends, whatever the status table says; null for none
 */
public record RunRequest(
        String route, Trigger trigger, String requestedBy, Range range, Scope scope, boolean dryRun, Long repairs) {

    public RunRequest(
            String route,
            Trigger trigger,
            String requestedBy,
            Range range,
            Window window,
            Depth depth,
            boolean dryRun,
            List<String> keys) {
        this(route, trigger, requestedBy, range, new Scope(window, depth, keys), dryRun, null);
    }

    /** The same for a reconciliation. */
    public RunRequest repairing(long reconciliation) {
        return new RunRequest(route, trigger, requestedBy, range, scope, dryRun, reconciliation);
    }

    /** Returns the bounds of a range by time; null for {@code changes} and {@code all}. */
    public Window window() {
        return scope.window();
    }

    public Depth depth() {
        return scope.depth();
    }

    /** Returns the only records wanted; null for all in the range. */
    public List<String> keys() {
        return scope.keys();
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
        return new RunRequest(other, trigger, requestedBy, range, window(), depth(), dryRun, null);
    }

    RunRequest forKeys(List<String> others) {
        return new RunRequest(
                route, trigger, requestedBy, range, new Scope(window(), depth(), others), dryRun, repairs);
    }
}
