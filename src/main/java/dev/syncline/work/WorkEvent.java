package dev.syncline.work;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that happened to a work item between its beginning and its end. */
@Entity
@Table(name = "sync_work_event")
public class WorkEvent {
    /** What happened. */
    public enum What {
        /** It waited for a system, a run or a process. */
        WAITED,
        /** A process continued it after it was given back, or after the run that it waited for. */
        RESUMED,
        /** A process continued it whose owner did not renew its lease. */
        TAKEN_OVER,
        /** A part of several was added, or began. */
        PART,
        CANCELLED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** See {@link WorkKind#name()}. */
    public String kind;

    public Long item;

    public Instant at;

    @Enumerated(EnumType.STRING)
    @Column(name = "what")
    public What what;

    public String detail;

    /** The user or the process that did it; null for neither. */
    public String who;

    /** The time until which it waited, as far as was known; null for other events. */
    @Column(name = "until")
    public Instant until;

    /** How many waits for the same, one after the other, this stands for. */
    public int times = 1;
}
