package dev.syncline.reconcile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many reconciliations this process carries out at a time. Each keeps a thread of the scheduler, and a repair waits
 * for a run that needs one, too: were they as many as there are threads, none would ever end.
 */
@ApplicationScoped
class ReconciliationSlots {
    private final Semaphore free;

    ReconciliationSlots(@ConfigProperty(name = "syncline.reconciliation.at-once") int most) {
        this.free = new Semaphore(most);
    }

    /** Whether there was a free one, which is the caller's now. */
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
