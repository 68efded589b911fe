package dev.syncline.run;

import dev.syncline.record.Fenced;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;

/** Runs that wait: calls carry their numbers. */
@ApplicationScoped
class WaitingRuns implements Waiters {
    private final WaitingRows rows;
    private final Lease lease;

    WaitingRuns(DataSource hub, Lease lease) {
        this.rows = new WaitingRows(hub, "sync_run");
        this.lease = lease;
    }

    @Override
    public OptionalLong of(long caller) {
        return caller > 0 ? OptionalLong.of(caller) : OptionalLong.empty();
    }

    @Override
    public void show(long run, Instant until) throws SQLException {
        rows.show(run, lease.owner(), until);
    }

    @Override
    public Map<Long, Boolean> ended(Set<Long> runs) throws SQLException {
        return rows.ended(runs, lease.owner());
    }

    @Override
    public RuntimeException cancelled(long run) {
        return new RunCancelled(run);
    }

    @Override
    public RuntimeException lost(long run) {
        return new Fenced(run);
    }
}
