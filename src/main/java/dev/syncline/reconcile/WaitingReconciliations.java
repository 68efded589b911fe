package dev.syncline.reconcile;

import dev.syncline.run.Waiters;
import dev.syncline.run.WaitingRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;

/** Reconciliations that wait: their calls carry numbers below zero. */
@ApplicationScoped
class WaitingReconciliations implements Waiters {
    private final WaitingRows rows;
    private final ReconciliationLease lease;

    WaitingReconciliations(DataSource hub, ReconciliationLease lease) {
        this.rows = new WaitingRows(hub, "sync_reconciliation");
        this.lease = lease;
    }

    @Override
    public OptionalLong of(long caller) {
        return Work.of(caller);
    }

    @Override
    public void show(long id, Instant until) throws SQLException {
        rows.show(id, lease.owner(), until);
    }

    @Override
    public Map<Long, Boolean> ended(Set<Long> ids) throws SQLException {
        return rows.ended(ids, lease.owner());
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
