package dev.syncline.reconcile;

import dev.syncline.judge.DeleteGuard;
import dev.syncline.page.Range;
import dev.syncline.record.Known;
import dev.syncline.record.StatusTable;
import dev.syncline.route.DeletePolicy;
import dev.syncline.run.RouteBusy;
import dev.syncline.run.Run;
import dev.syncline.run.RunOrders;
import dev.syncline.run.RunQueries;
import dev.syncline.run.RunRequest;
import dev.syncline.run.Trigger;
import dev.syncline.work.Handover;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends the differences by runs over their keys, some thousands at a time, one run after the other. Compares them again
 * after each run, so that a repaired record was seen at the target. Holds no process during a run.
 */
@ApplicationScoped
class Repair {
    private static final int MOST_KEYS = 2_000;

    private final Differences differences;
    private final ReconciliationProgress progress;
    private final Comparison comparison;
    private final StatusTable table;
    private final RunOrders orders;
    private final RunQueries runs;
    private final ReconciliationQueries reconciliations;
    private final Handover handover;

    Repair(
            Differences differences,
            ReconciliationProgress progress,
            Comparison comparison,
            StatusTable table,
            RunOrders orders,
            RunQueries runs,
            ReconciliationQueries reconciliations,
            Handover handover) {
        this.differences = differences;
        this.progress = progress;
        this.comparison = comparison;
        this.table = table;
        this.orders = orders;
        this.runs = runs;
        this.reconciliations = reconciliations;
        this.handover = handover;
    }

    Step carryOut(ActiveReconciliation active, String checkpoint) throws Exception {
        DifferencePosition place = checkpoint == null ? DifferencePosition.FIRST : DifferencePosition.parse(checkpoint);
        boolean mayBeSent = true; // sent by the run that it waited for, or by one that a process ordered before it died
        while (true) {
            if (handover.hasBegun()) {
                return Step.STOPPED;
            }
            List<Difference> some = differences.after(active.id(), null, null, place, MOST_KEYS);
            Reconciliation now = reconciliations.find(active.id()).orElseThrow();
            if (some.isEmpty()) {
                return Step.DONE;
            }
            String against = objection(active, now);
            List<String> keys = some.stream()
                    .filter(difference -> difference.kind() != DifferenceKind.EXTRA || against == null)
                    .map(Difference::key)
                    .distinct()
                    .toList();
            if (!keys.isEmpty()) {
                Optional<Run> sent = mayBeSent ? ordered(active, keys) : Optional.empty();
                if (sent.isEmpty() && now.cancelledBy != null) {
                    return Step.DONE;
                } else if (sent.isEmpty()) {
                    order(active, now, keys);
                    return Step.WAITS;
                } else if (!sent.get().status.isFinal()) {
                    progress.awaitRepair(active, sent.get().id);
                    return Step.WAITS;
                }
            }
            mayBeSent = false;
            place = DifferencePosition.of(some.get(some.size() - 1));
            if (progress.repaired(
                    active, judged(active, some, keys, against), ReconciliationPhase.REPAIR, place.toString())) {
                return Step.DONE;
            }
        }
    }

    /** Returns why extra records are not deleted; null if they are. */
    private static String objection(ActiveReconciliation active, Reconciliation found) {
        long held = found.equal + found.different + found.extra;
        if (active.route().deletePolicy() == DeletePolicy.IGNORE) {
            return "The route's delete policy is ignore. Delete the record at the target, or set deletePolicy";
        } else if (DeleteGuard.isTooMany(found.extra, held, active.route().deleteGuard())) {
            return found.extra + " of " + held + " records at the target are extra: more than the "
                    + active.route().deleteGuard()
                    + " % that the route's deleteGuard allows, as if the source had lost"
                    + " some. To delete them, set deleteGuard to 100 and repair again";
        }
        return null;
    }

    /** Returns the run that was ordered for these keys before, if any. */
    private Optional<Run> ordered(ActiveReconciliation active, List<String> keys) {
        return runs.newestRepairing(active.id()).filter(run -> keys.equals(List.of(run.keys)));
    }

    /** Orders a run over the keys and waits for it, or for the run with which the route is busy. */
    private void order(ActiveReconciliation active, Reconciliation now, List<String> keys) {
        try {
            Run run = orders.place(
                    new RunRequest(
                                    active.route().id(),
                                    Trigger.RETRY,
                                    now.requestedBy,
                                    Range.ALL,
                                    null,
                                    active.depth(),
                                    false,
                                    keys)
                            .repairing(active.id()),
                    false);
            progress.awaitRepair(active, run.id);
        } catch (RouteBusy e) {
            progress.awaitTurn(active, e.activeRun());
        }
    }

    /** Returns the differences with their outcomes. */
    private List<Difference> judged(
            ActiveReconciliation active, List<Difference> tried, List<String> sent, String against) throws Exception {
        Map<String, Difference> left = comparison.now(active, sent);
        Map<String, Known> known = table.find(active.routeNumber(), left.keySet());
        List<Difference> judged = new ArrayList<>(tried.size());
        for (Difference difference : tried) {
            String outcome = null;
            if (difference.kind() == DifferenceKind.EXTRA && against != null) {
                outcome = against;
            } else if (left.containsKey(difference.key())) {
                Known now = known.get(difference.key());
                outcome = now != null && now.reason() != null
                        ? now.reason()
                        : "It was sent, and differs still ("
                                + left.get(difference.key()).kind().apiName()
                                + "): the target stores something else than it is sent";
            }
            judged.add(difference.tried(outcome));
        }
        return judged;
    }
}
