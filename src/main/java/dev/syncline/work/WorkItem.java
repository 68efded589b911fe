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
 * Work that is done page by page: a run, a reconciliation. It is carried out in parts, see {@link WorkPart}; what concerns
 * all of it stands here. Items of all kinds, and their parts, share one sequence of numbers.
 */
@MappedSuperclass
public abstract class WorkItem extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String route;

    @Enumerated(EnumType.STRING)
    public WorkStatus status;

    /** Waits for a process, or for the run named in {@link #afterRun}; no part of it is carried out. */
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

    /** How often a process continued a part that another one, or it itself before a restart, had begun. */
    public int resumed;

    public String reason;

    @Column(name = "cancelled_by")
    public String cancelledBy;
}
