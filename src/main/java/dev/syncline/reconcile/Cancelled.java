package dev.syncline.reconcile;

/** Somebody cancelled a reconciliation that was waiting for a system. */
class Cancelled extends RuntimeException {
    Cancelled(long id) {
        super("Reconciliation " + id + " was cancelled while it waited");
    }
}
