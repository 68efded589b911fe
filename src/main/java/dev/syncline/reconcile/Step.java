package dev.syncline.reconcile;

/** How far a reconciliation has come in one go. */
enum Step {
    /** It is to end. */
    DONE,
    /** It waits, without a process, for a run to end. */
    WAITS,
    /** This process ends before it could go on. */
    STOPPED
}
