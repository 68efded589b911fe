package dev.syncline.support;

import java.time.Duration;

/** Writes the one part of a work item that a test has inserted, as a process of another name has it or left it. */
public final class PartRow {
    private static final String INSERT =
            """
            insert into sync_work_part (id, kind, item, status, queued, phase, started_at, owner, lease_until, fence)
            select id, ?, id, status, queued, ?, started_at, 'another', now() + ? * interval '1 second', 1
            from %s where id = ?""";

    private PartRow() {}

    /** @param lease how long it has the lease still; below zero where that is over */
    public static long ofRun(long run, String phase, Duration lease) {
        Database.hub().execute(INSERT.formatted("sync_run"), "RUN", phase, lease.toSeconds(), run);
        return run;
    }

    /** @param lease how long it has the lease still; below zero where that is over */
    public static long ofReconciliation(long reconciliation, String phase, Duration lease) {
        Database.hub()
                .execute(
                        INSERT.formatted("sync_reconciliation"),
                        "RECONCILIATION",
                        phase,
                        lease.toSeconds(),
                        reconciliation);
        return reconciliation;
    }
}
