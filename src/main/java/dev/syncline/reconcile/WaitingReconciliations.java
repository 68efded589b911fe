package dev.syncline.reconcile;

import dev.syncline.run.Waiters;
import dev.syncline.run.WaitingRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Reconciliations that wait: their calls carry numbers below zero. */
@ApplicationScoped
class WaitingReconciliations implements Waiters {
    private final WaitingRows rows;

    WaitingReconciliations(DataSource hub, ReconciliationLease lease) {
        this.rows = new WaitingRows(hub, "sync_reconciliation", lease::owner);
    }

    @Override
    public OptionalLong of(long caller) {
        return Work.of(caller);
    }

    @Override
    public WaitingRows rows() {
        return rows;
    }

    @Override
    public RuntimeException cancelled(long id) {
        return new Cancelled(id);
    }

    @Override
    public RuntimeException lost(long id) {
        return new Lost(id);
    }
}
