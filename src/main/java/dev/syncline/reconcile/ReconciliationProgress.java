package dev.syncline.reconcile;

import dev.syncline.run.RunKind;
import dev.syncline.work.ItemPart;
import dev.syncline.work.LeaseLost;
import dev.syncline.work.WorkItems;
import dev.syncline.work.WorkStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stores the progress of a reconciliation; each step is a short transaction that locks its row. */
@ApplicationScoped
class ReconciliationProgress {
    private final WorkItems items;
    private final ReconciliationKind kind;
    private final RunKind runs;
    private final Differences differences;
    private final int most;

    ReconciliationProgress(
            WorkItems items,
            ReconciliationKind kind,
            RunKind runs,
            Differences differences,
            @ConfigProperty(name = "syncline.reconciliation.most-differences") int most) {
        this.items = items;
        this.kind = kind;
        this.runs = runs;
        this.differences = differences;
        this.most = most;
    }

    /**
     * Stores the findings of a page and the checkpoint in one transaction. Differences beyond the limit are only
     * counted.
     *
     * @param expected the number of rows to examine, as far as is known; null if unchanged
     * @return whether it must stop, as it was cancelled
     * @throws LeaseLost if another process has taken it over
     */
    @Transactional(rollbackOn = Exception.class)
    boolean page(
            ActiveReconciliation active, Findings found, Long expected, ReconciliationPhase phase, String checkpoint)
            throws SQLException {
        ItemPart<Reconciliation> part = part(active);
        Reconciliation mine = part.item();
        List<Difference> all = found.differences();
        int kept = (int) Math.min(all.size(), Math.max(0, most - mine.differences()));
        Map<DifferenceKind, Integer> added = differences.add(active.id(), all.subList(0, kept));
        all.subList(kept, all.size()).forEach(difference -> added.merge(difference.kind(), 1, Integer::sum));
        long missing = added.getOrDefault(DifferenceKind.MISSING, 0);
        long extra = added.getOrDefault(DifferenceKind.EXTRA, 0);
        long different = added.getOrDefault(DifferenceKind.DIFFERENT, 0);
        mine.done += found.done();
        mine.compared += found.compared();
        mine.equal += found.equal();
        mine.unkeyed += found.unkeyed();
        mine.missing += missing;
        mine.extra += extra;
        mine.different += different;
        if (expected != null) {
            mine.expected = expected;
        }
        Map<String, Long> counts = Map.of(
                "done", found.done(),
                "compared", found.compared(),
                "equal", found.equal(),
                "unkeyed", found.unkeyed(),
                "missing", missing,
                "extra", extra,
                "different", different);
        return items.advance(kind, part, phase.name(), checkpoint, counts);
    }

    /** Makes it wait, without a process, for the run that was ordered for the differences after the checkpoint. */
    @Transactional(rollbackOn = Exception.class)
    void awaitRepair(ActiveReconciliation active, long run) {
        ItemPart<Reconciliation> part = part(active);
        Reconciliation mine = part.item();
        mine.repairRun = run;
        items.awaitRun(kind, part, run, false);
        if (mine.cancelledBy != null) { // cancelled at the moment at which the run was ordered
            items.cancel(runs, run, mine.cancelledBy);
        }
    }

    /**
     * Makes it wait, without a process, for a run with which its route is busy.
     *
     * @param run the run; null if it has ended already
     */
    @Transactional(rollbackOn = Exception.class)
    void awaitTurn(ActiveReconciliation active, Long run) {
        items.awaitRun(kind, part(active), run, true);
    }

    /** Stores the outcomes of repairs. */
    @Transactional(rollbackOn = Exception.class)
    boolean repaired(
            ActiveReconciliation active, Collection<Difference> tried, ReconciliationPhase phase, String checkpoint)
            throws SQLException {
        ItemPart<Reconciliation> part = part(active);
        differences.repaired(active.id(), tried);
        long repaired = tried.stream().filter(Difference::repaired).count();
        part.item().repaired += repaired;
        return items.advance(kind, part, phase.name(), checkpoint, Map.of("repaired", repaired));
    }

    @Transactional(rollbackOn = Exception.class)
    Reconciliation finish(ActiveReconciliation active) {
        ItemPart<Reconciliation> part = part(active);
        Reconciliation mine = part.item();
        if (mine.cancelledBy != null) {
            return items.end(kind, part, WorkStatus.CANCELLED, null);
        }
        if (!items.isLast(kind, part)) { // another part is to come, or could not finish
            return items.end(kind, part, WorkStatus.SUCCESS, null);
        }
        boolean isLeft = mine.repair && mine.repaired < mine.differences();
        String reason = mine.differences() <= most
                ? null
                : "It lists " + most + " of " + mine.differences() + " differences. Take a narrower range, or raise"
                        + " syncline.reconciliation.most-differences";
        return items.end(kind, part, isLeft ? WorkStatus.PARTIAL : WorkStatus.SUCCESS, reason);
    }

    private ItemPart<Reconciliation> part(ActiveReconciliation active) {
        return items.mine(kind, active.part(), active.fence());
    }
}
