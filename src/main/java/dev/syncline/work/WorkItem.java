package dev.syncline.work;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/**
 * Work that one process at a time carries out, page by page, and that another one continues when the lease ends: a run, a
 * reconciliation. Items of all kinds share one sequence of numbers.
 */
@MappedSuperclass
public abstract class WorkItem extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String route;

    @Enumerated(EnumType.STRING)
    public WorkStatus status;

    /** Waits for a process, or for the run named in {@link #afterRun}. */
    public boolean queued;

    @Column(name = "requested_by")
    public String requestedBy;

    /** The run that must have ended before this continues; null for none. */
    @Column(name = "after_run")
    public Long afterRun;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "started_at")
    public Instant startedAt;

    @Column(name = "finished_at")
    public Instant finishedAt;

    /** Where in its phase it continues; null for the phase's beginning. */
    public String checkpoint;

    /** Until when it waits for a system; null when it does not. */
    @Column(name = "waiting_until")
    public Instant waitingUntil;

    /** How often a process continued what another one, or it itself before a restart, had begun. */
    public int resumed;

    /** How often it was resumed since it last recorded a page. */
    public int vain;

    public String reason;

    @Column(name = "cancelled_by")
    public String cancelledBy;

    /** The process that holds the lease; null for none. */
    public String owner;

    @Column(name = "lease_until")
    public Instant leaseUntil;

    /** Grows with each owner: a late write of an earlier one carries a smaller number, and fails. */
    public int fence;
}
