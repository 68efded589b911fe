package dev.syncline.run;

import dev.syncline.record.Fenced;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Runs that wait: calls carry their numbers, or 0 where they are of none. */
@ApplicationScoped
class WaitingRuns implements Waiters {
    private final WaitingRows rows;

    WaitingRuns(DataSource hub, Lease lease) {
        this.rows = new WaitingRows(hub, "sync_run", lease::owner);
    }

    @Override
    public OptionalLong of(long caller) {
        return caller >= 0 ? OptionalLong.of(caller) : OptionalLong.empty();
    }

    @Override
    public WaitingRows rows() {
        return rows;
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
