package dev.syncline.reconcile;

import dev.syncline.page.Range;
import dev.syncline.page.Window;
import dev.syncline.route.SyncRoute;
import dev.syncline.work.ActiveParts;
import dev.syncline.work.WorkItem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;

/** A comparison of a route's target with its source, as stored in {@code sync_reconciliation}. */
@Entity
@Table(name = "sync_reconciliation")
@DynamicUpdate
public class Reconciliation extends WorkItem {

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

    /** The time until which parts of it wait for a system; null if none does. */
    @Formula(ActiveParts.WAITING_UNTIL_OF + "'RECONCILIATION' and part.item = id)")
    public Instant waitingUntil;

    @Column(name = "repair_run")
    public Long repairRun;

    /** Returns the window of rows to read; all rows for reference data. */
    Window window(SyncRoute of) {
        boolean isWhole = !of.windowed() || rangeName.equals(Range.ALL.apiName());
        return isWhole ? Window.ALL : new Window(rangeFrom, rangeTo, null, false);
    }

    long differences() {
        return missing + extra + different;
    }

    /** Returns whether what it waited for last is the run that sends its differences; no process has it while that is active. */
    boolean isWaitingForRepair() {
        return afterRun != null && afterRun.equals(repairRun) && !status.isFinal();
    }
}
