package dev.syncline.work;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A part of a work item: what one process at a time carries out, page by page, and another one continues when the lease
 * ends. What it added to the item's counts stands in its row, too, and is moved there by {@link Checkpoint} alone.
 */
@Entity
@Table(name = "sync_work_part")
@DynamicUpdate
public class WorkPart {
    /** The first part of an item has the item's own. */
    @Id
    public Long id;

    /** See {@link WorkKind#name()}. */
    public String kind;

    public Long item;

    /** What of the item it carries out, in words of the kind; null for everything. */
    public String covers;

    @Enumerated(EnumType.STRING)
    public WorkStatus status;

    /** Waits for a process, so that cancelling ends it at once. */
    public boolean queued;

    public String phase;

    /** Where in its phase it continues; null for the phase's beginning. */
    public String checkpoint;

    @Column(name = "started_at")
    public Instant startedAt;

    @Column(name = "finished_at")
    public Instant finishedAt;

    /** Until when it waits for a system; null when it does not. */
    @Column(name = "waiting_until")
    public Instant waitingUntil;

    /** How often it was resumed since it last recorded a page. */
    public int vain;

    public String reason;

    /** The process that holds the lease; null for none. */
    public String owner;

    @Column(name = "lease_until")
    public Instant leaseUntil;

    /** Grows with each owner: a late write of an earlier one carries a smaller number, and fails. */
    public int fence;
}
