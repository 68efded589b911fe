package dev.syncline.reconcile;

/** The phases, one after the other. */
public enum ReconciliationPhase {
    /** Compares the rows of the source in the range with the target: equal, missing, different. */
    SOURCE,
    /** Finds extra records, which the source does not have; only if all records are covered. */
    TARGET,
    /** Sends the listed differences by runs. */
    REPAIR,
    END
}
