package dev.syncline.reconcile;

import dev.syncline.page.Range;
import dev.syncline.page.Window;
import dev.syncline.route.SyncRoute;
import dev.syncline.work.WorkItem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;

/** A comparison of a route's target with its source, as it stands in {@code sync_reconciliation}. */
@Entity
@Table(name = "sync_reconciliation")
@DynamicUpdate
public class Reconciliation extends WorkItem {
    /** What it looks through, one after the other. */
    public enum Phase {
        /** The rows of the source in the range, each beside what the target has: equal, missing, different. */
        SOURCE,
        /** The records of the target, over the whole range only: extra ones are those that the source does not have. */
        TARGET,
        /** The differences that it listed, sent by runs. */
        REPAIR,
        END
    }

    @Column(name = "range_name")
    public String rangeName;

    @Column(name = "range_from")
    public Instant rangeFrom;

    @Column(name = "range_to")
    public Instant rangeTo;

    public String depth;
    public boolean repair;

    public Long expected;
    public long done;
    public long compared;
    public long equal;
    public long missing;
    public long extra;
    public long different;
    public long unkeyed;
    public long repaired;

    @Enumerated(EnumType.STRING)
    public Phase phase;

    @Column(name = "repair_run")
    public Long repairRun;

    /** Which rows of the source it looks at; reference data is looked at as a whole. */
    Window window(SyncRoute of) {
        boolean isWhole = !of.windowed() || rangeName.equals(Range.ALL.apiName());
        return isWhole ? Window.ALL : new Window(rangeFrom, rangeTo, null, false);
    }

    long differences() {
        return missing + extra + different;
    }

    /** Whether it waits, without a process, for the run that sends its differences. */
    boolean isWaitingForRepair() {
        return afterRun != null && afterRun.equals(repairRun) && owner == null && !status.isFinal();
    }
}
