package dev.syncline.reconcile;

import dev.syncline.reconcile.Difference.Kind;
import dev.syncline.reconcile.Reconciliation.Phase;
import dev.syncline.run.RunKind;
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
    boolean page(ActiveReconciliation active, Findings found, Long expected, Phase phase, String checkpoint)
            throws SQLException {
        Reconciliation mine = mine(active);
        List<Difference> all = found.differences();
        int kept = (int) Math.min(all.size(), Math.max(0, most - mine.differences()));
        Map<Kind, Integer> added = differences.add(active.id(), all.subList(0, kept));
        all.subList(kept, all.size()).forEach(difference -> added.merge(difference.kind(), 1, Integer::sum));
        mine.done += found.done();
        mine.compared += found.compared();
        mine.equal += found.equal();
        mine.unkeyed += found.unkeyed();
        mine.missing += added.getOrDefault(Kind.MISSING, 0);
        mine.extra += added.getOrDefault(Kind.EXTRA, 0);
        mine.different += added.getOrDefault(Kind.DIFFERENT, 0);
        if (expected != null) {
            mine.expected = expected;
        }
        return advance(mine, phase, checkpoint);
    }

    /** Makes it wait, without a process, for the run that was ordered for the differences after the checkpoint. */
    @Transactional(rollbackOn = Exception.class)
    void awaitRepair(ActiveReconciliation active, long run) {
        Reconciliation mine = mine(active);
        mine.repairRun = run;
        items.awaitRun(mine, run, false);
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
        items.awaitRun(mine(active), run, true);
    }

    /** Stores the outcomes of repairs. */
    @Transactional(rollbackOn = Exception.class)
    boolean repaired(ActiveReconciliation active, Collection<Difference> tried, Phase phase, String checkpoint)
            throws SQLException {
        Reconciliation mine = mine(active);
        differences.repaired(active.id(), tried);
        mine.repaired += tried.stream().filter(Difference::repaired).count();
        return advance(mine, phase, checkpoint);
    }

    private boolean advance(Reconciliation mine, Phase phase, String checkpoint) {
        mine.phase = phase;
        return items.advance(mine, checkpoint);
    }

    @Transactional(rollbackOn = Exception.class)
    Reconciliation finish(ActiveReconciliation active) {
        Reconciliation mine = mine(active);
        if (mine.cancelledBy != null) {
            return items.end(kind, mine, WorkStatus.CANCELLED, null);
        }
        boolean isLeft = mine.repair && mine.repaired < mine.differences();
        String reason = mine.differences() <= most
                ? null
                : "It lists " + most + " of " + mine.differences() + " differences. Take a narrower range, or raise"
                        + " syncline.reconciliation.most-differences";
        return items.end(kind, mine, isLeft ? WorkStatus.PARTIAL : WorkStatus.SUCCESS, reason);
    }

    private Reconciliation mine(ActiveReconciliation active) {
        return items.mine(kind, active.id(), active.fence());
    }
}
