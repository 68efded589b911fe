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
 * A part of a work item. One process at a time carries it out, page by page, and another one continues it when the lease
 * expires. Its row also holds what it added to the item's counts; only {@link Checkpoint} changes that.
 */
@Entity
@Table(name = "sync_work_part")
@DynamicUpdate
public class WorkPart {
    /** The part's number; that of an item's first part is the item's. */
    @Id
    public Long id;

    /** See {@link WorkKind#name()}. */
    public String kind;

    public Long item;

    /** The range of the item that it covers, as its kind writes it; null for everything. */
    public String covers;

    @Enumerated(EnumType.STRING)
    public WorkStatus status;

    /** Whether it waits for a process, so that a cancellation ends it at once. */
    public boolean queued;

    public String phase;

    /** The cursor at which its phase continues; null for the phase's beginning. */
    public String checkpoint;

    @Column(name = "started_at")
    public Instant startedAt;

    @Column(name = "finished_at")
    public Instant finishedAt;

    /** The time until which it waits for a system; null if it does not wait. */
    @Column(name = "waiting_until")
    public Instant waitingUntil;

    /** The number of times it was resumed since it last recorded a page. */
    public int vain;

    public String reason;

    /** The process that holds the lease; null if no process does. */
    public String owner;

    @Column(name = "lease_until")
    public Instant leaseUntil;

    /** The fencing number, which grows with each owner: a late write of an earlier owner has a smaller one and fails. */
    public int fence;
}
