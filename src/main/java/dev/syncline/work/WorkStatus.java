package dev.syncline.work;

/** The state of a work item. */
public enum WorkStatus {
    /** Queued, or being carried out. */
    IN_PROGRESS,
    /** Finished, and no record failed. */
    SUCCESS,
    /** Finished; some records failed. */
    PARTIAL,
    /** Could not finish. */
    FAILED,
    CANCELLED,
    /** A prerequisite or a rule stopped it before it began. */
    BLOCKED;

    public boolean isFinal() {
        return this != IN_PROGRESS;
    }
}
