package dev.syncline.reconcile;

import dev.syncline.judge.DeleteGuard;
import dev.syncline.page.Range;
import dev.syncline.reconcile.Difference.Kind;
import dev.syncline.reconcile.Differences.Place;
import dev.syncline.reconcile.Reconciliation.Phase;
import dev.syncline.record.Known;
import dev.syncline.record.StatusTable;
import dev.syncline.route.SyncRoute.DeletePolicy;
import dev.syncline.run.RouteBusy;
import dev.syncline.run.Run;
import dev.syncline.run.RunOrders;
import dev.syncline.run.RunQueries;
import dev.syncline.run.RunRequest;
import dev.syncline.run.Trigger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has the differences sent by runs over their keys, some thousands at a time, one run after the other; and compares them
 * once more behind each run, so that what it says is repaired was seen at the target.
 */
@ApplicationScoped
class Repair {
    private static final int MOST_KEYS = 2_000;
    private static final Duration LOOKS_AGAIN_AFTER = Duration.ofMillis(200);

    private final Differences differences;
    private final ReconciliationLife life;
    private final Comparison comparison;
    private final StatusTable table;
    private final RunOrders orders;
    private final RunQueries runs;
    private final ReconciliationQueries reconciliations;

    Repair(
            Differences differences,
            ReconciliationLife life,
            Comparison comparison,
            StatusTable table,
            RunOrders orders,
            RunQueries runs,
            ReconciliationQueries reconciliations) {
        this.differences = differences;
        this.life = life;
        this.comparison = comparison;
        this.table = table;
        this.orders = orders;
        this.runs = runs;
        this.reconciliations = reconciliations;
    }

    /** @return false when it stopped before its end, as this process does */
    boolean carryOut(Work work, String checkpoint, StopSignal stop) throws Exception {
        Place place = checkpoint == null ? Place.FIRST : Place.parse(checkpoint);
        boolean mayBeOrdered = true; // a process before this one may have died between its order and its answer
        while (true) {
            List<Difference> some = differences.after(work.id(), null, null, place, MOST_KEYS);
            if (some.isEmpty()) {
                return true;
            }
            Reconciliation now = reconciliations.find(work.id()).orElseThrow();
            String against = now.cancelledBy != null ? null : objection(work, now);
            List<String> keys = some.stream()
                    .filter(difference -> difference.kind() != Kind.EXTRA || against == null)
                    .map(Difference::key)
                    .distinct()
                    .toList();
            if (!keys.isEmpty() && !isSent(work, now, keys, mayBeOrdered, stop)) {
                return !stop.isGiven();
            }
            mayBeOrdered = false;
            place = Place.of(some.get(some.size() - 1));
            if (life.repaired(work, judged(work, some, keys, against), Phase.REPAIR, place.toString())) {
                return true;
            }
        }
    }

    /** Why extra records are left alone; null when they are not. */
    private static String objection(Work work, Reconciliation found) {
        long held = found.equal + found.different + found.extra;
        if (work.route().deletePolicy() == DeletePolicy.IGNORE) {
            return "The route's delete policy is ignore. Delete the record at the target, or set deletePolicy";
        } else if (DeleteGuard.isTooMany(found.extra, held, work.route().deleteGuard())) {
            return found.extra + " of " + held + " records at the target are extra: more than the "
                    + work.route().deleteGuard()
                    + " % that the route's deleteGuard lets pass, as if the source had lost"
                    + " some. Where they are to go, set deleteGuard to 100 and repair again";
        }
        return null;
    }

    /** Orders a run over the keys and waits for its end. False when somebody cancelled, or this process stops. */
    private boolean isSent(Work work, Reconciliation now, List<String> keys, boolean mayBeOrdered, StopSignal stop)
            throws InterruptedException {
        Optional<Run> run = mayBeOrdered ? ordered(work, keys) : Optional.empty();
        while (true) {
            if (stop.isGiven()) {
                return false;
            }
            boolean isCancelled = reconciliations.find(work.id()).orElseThrow().cancelledBy != null;
            if (run.isEmpty()) {
                if (isCancelled) {
                    return false;
                }
                run = order(work, now, keys);
            } else {
                run = runs.find(run.get().id);
                if (run.orElseThrow().status.isFinal()) {
                    return true;
                } else if (isCancelled) {
                    runs.cancel(run.get().id, now.cancelledBy);
                }
            }
            stop.await(LOOKS_AGAIN_AFTER);
        }
    }

    /** The run that was ordered for these keys before, if there was one. */
    private Optional<Run> ordered(Work work, List<String> keys) {
        return runs.newestRepairing(work.id()).filter(run -> keys.equals(List.of(run.keys)));
    }

    /** Empty while the route has another run. */
    private Optional<Run> order(Work work, Reconciliation now, List<String> keys) {
        try {
            Run run = orders.place(
                    new RunRequest(
                            work.route().id(),
                            Trigger.RETRY,
                            now.requestedBy,
                            Range.ALL,
                            null,
                            work.depth(),
                            false,
                            keys,
                            work.id()),
                    false);
            life.ordered(work, run.id);
            return Optional.of(run);
        } catch (RouteBusy e) {
            return Optional.empty();
        }
    }

    /** The differences with what became of them. */
    private List<Difference> judged(Work work, List<Difference> tried, List<String> sent, String against)
            throws Exception {
        Map<String, Difference> left = comparison.now(work, sent);
        Map<String, Known> known = table.find(work.routeNumber(), left.keySet());
        List<Difference> judged = new ArrayList<>(tried.size());
        for (Difference difference : tried) {
            String outcome = null;
            if (difference.kind() == Kind.EXTRA && against != null) {
                outcome = against;
            } else if (left.containsKey(difference.key())) {
                Known now = known.get(difference.key());
                outcome = now != null && now.reason() != null
                        ? now.reason()
                        : "It was sent, and differs still ("
                                + left.get(difference.key()).kind().apiName()
                                + "): the target keeps something else than it is sent";
            }
            judged.add(difference.tried(outcome));
        }
        return judged;
    }
}
