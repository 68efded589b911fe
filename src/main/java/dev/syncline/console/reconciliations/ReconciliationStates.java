package dev.syncline.console.reconciliations;

import dev.syncline.api.reconciliations.ComparisonCounts;
import dev.syncline.api.reconciliations.ReconciliationView;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.work.WorkStatus;
import java.util.ArrayList;
import java.util.List;

/** What a reconciliation is at, and what it found, in words. */
final class ReconciliationStates {
    private ReconciliationStates() {}

    static State state(ReconciliationView of) {
        if (of.queued() && of.finishedAt() == null) {
            return new State("Queued", "off");
        }
        WorkStatus status = WorkStatus.valueOf(of.status());
        if (status == WorkStatus.SUCCESS) {
            return open(of.counts()) == 0 ? new State("In step", "ok") : new State("Differences", "hold");
        }
        return of.waitingUntil() != null && of.finishedAt() == null ? new State("Waiting", "run") : State.of(status);
    }

    /** How many differences are not repaired. */
    static long open(ComparisonCounts counts) {
        return Math.max(0, differences(counts) - counts.repaired());
    }

    static long differences(ComparisonCounts counts) {
        return counts.missing() + counts.extra() + counts.different();
    }

    /** {@code 3 missing, 1 extra}; {@code none} for no difference. */
    static String found(ComparisonCounts counts) {
        List<String> found = new ArrayList<>();
        add(found, counts.missing(), "missing");
        add(found, counts.extra(), "extra");
        add(found, counts.different(), "different");
        return found.isEmpty() ? "none" : String.join(", ", found);
    }

    private static void add(List<String> found, long number, String what) {
        if (number > 0) {
            found.add(Numbers.grouped(number) + " " + what);
        }
    }

    static String asked(ReconciliationView of) {
        return of.range().name() + ", " + of.depth() + (of.repair() ? ", with repair" : "") + ", by "
                + of.requestedBy();
    }
}
