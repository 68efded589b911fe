package dev.syncline.reconcile;

/** A write came too late: the reconciliation has another owner by now, or is over. */
class Lost extends RuntimeException {
    Lost(long id) {
        super("Reconciliation " + id + " is not this process's any more");
    }
}
