package dev.syncline.work;

/** SQL over the active parts of items, for the queries that list items. */
public final class ActiveParts {
    /** The beginning of a sub-select, up to the value of the kind; yields null if no part waits. */
    public static final String WAITING_UNTIL_OF =
            "(select max(part.waiting_until) from sync_work_part part where part.status = 'IN_PROGRESS' and part.kind = ";

    /**
     * Selects the progress of the parts of the run {@code active}: the earliest end of a lease, the earliest last progress,
     * and the latest end of a wait for a system.
     */
    public static final String OF_RUN =
            """
            left join lateral (
                select min(lease_until) as lease_until, min(greatest(started_at, progressed_at)) as idle_since,
                       max(waiting_until) as waiting_until
                from sync_work_part p
                where p.kind = 'RUN' and p.item = active.id and p.status = 'IN_PROGRESS') part on true
            """;

    private ActiveParts() {}
}
