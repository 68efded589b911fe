package dev.syncline.reconcile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits how many reconciliations this process executes at a time. Each holds a thread of the scheduler, and its repair
 * waits for a run that needs one too: with as many as there are threads, none would ever end.
 */
@ApplicationScoped
class ReconciliationSlots {
    private final Semaphore free;

    ReconciliationSlots(@ConfigProperty(name = "syncline.reconciliation.at-once") int most) {
        this.free = new Semaphore(most);
    }

    /** Takes a slot; returns false if none is free. */
    boolean take() {
        return free.tryAcquire();
    }

    void giveBack() {
        free.release();
    }

    int left() {
        return free.availablePermits();
    }
}
