package dev.syncline.run;

/** The life of a run. */
public enum RunStatus {
    /** Queued, or running. */
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
