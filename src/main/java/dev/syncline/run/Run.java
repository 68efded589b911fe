package dev.syncline.run;

import dev.syncline.page.Depth;
import dev.syncline.page.Page;
import dev.syncline.record.Counts;
import dev.syncline.work.ActiveParts;
import dev.syncline.work.WorkItem;
import dev.syncline.work.WorkStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;

/** A run as it stands in {@code sync_run}. Its pages move its counts by SQL of their own, see PageTransaction. */
@Entity
@Table(name = "sync_run")
@DynamicUpdate
public class Run extends WorkItem {
    @Enumerated(EnumType.STRING)
    public Trigger trigger;

    @Column(name = "range_name")
    public String rangeName;

    @Column(name = "range_from")
    public Instant rangeFrom;

    @Column(name = "range_to")
    public Instant rangeTo;

    public String depth;

    @Column(name = "dry_run")
    public boolean dryRun;

    @Column(columnDefinition = "text[]")
    public String[] keys;

    /** The reconciliation whose differences it sends, whatever the status table says. */
    public Long repairs;

    @Column(name = "due_at")
    public Instant dueAt;

    public Long expected;
    public long read;
    public long created;
    public long updated;
    public long unchanged;
    public long deleted;
    public long failed;
    public long blocked;

    @Column(name = "on_hold")
    public long onHold;

    /** The time until which parts of it wait for a system; null if none does. */
    @Formula(ActiveParts.WAITING_UNTIL_OF + "'RUN' and part.item = id)")
    public Instant waitingUntil;

    @Column(name = "source_now")
    public Instant sourceNow;

    public Instant horizon;

    public Long highest;

    /** The lowest changed-at of rows that are far ahead of all others; null for none. */
    public Long far;

    /** How many are. */
    public int beyond;

    @Enumerated(EnumType.STRING)
    public Page.Unit unit;

    /** What the run over changes is placed by that somebody asked for while this one went on; null for none. */
    @Enumerated(EnumType.STRING)
    @Column(name = "next_trigger")
    public Trigger nextTrigger;

    @Column(name = "next_by")
    public String nextBy;

    /** How that one reads: deep, and then over everything, where the schedule of deep runs asked for it; else null. */
    @Column(name = "next_depth")
    public String nextDepth;

    /** What became of the records that it has read so far. */
    public Counts counts() {
        return new Counts(read, created, updated, unchanged, deleted, failed, blocked, onHold);
    }

    /** Whether it looks through a range, not only at records that were named, retried or released. */
    boolean isOverRange() {
        return keys == null && trigger != Trigger.RETRY;
    }

    /** Whether it was placed for children whose parent came. */
    boolean isRelease() {
        return trigger == Trigger.RETRY && RunOrders.RELEASE.equals(requestedBy);
    }

    static Optional<Run> activeOf(String route) {
        return find("route = ?1 and status = ?2", route, WorkStatus.IN_PROGRESS).firstResultOptional();
    }

    static Optional<Run> ofFire(String route, Instant due, Depth depth) {
        return find("route = ?1 and dueAt = ?2 and depth = ?3", route, due, depth.name())
                .firstResultOptional();
    }

    /** The newest run over a range that came to its end, well or not: none that was blocked, cancelled or dry. */
    static Optional<Run> lastOf(String route) {
        return find(
                        "route = ?1 and dryRun = false and keys is null and trigger <> ?3 and status in ?2 order by id desc",
                        route,
                        List.of(WorkStatus.SUCCESS, WorkStatus.PARTIAL, WorkStatus.FAILED),
                        Trigger.RETRY)
                .firstResultOptional();
    }
}
