package dev.syncline.reconcile;

/** The result of executing a part of a reconciliation. */
enum Step {
    /** It has reached its end. */
    DONE,
    /** It waits, without a process, for the end of a run. */
    WAITS,
    /** This process is stopping; another one continues. */
    STOPPED
}
