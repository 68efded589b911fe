package dev.syncline.work;

/** SQL that tells of the active parts of items, for the queries that show items. */
public final class ActiveParts {
    /** The beginning of a sub-select, up to the value of the kind; null where no part waits. */
    public static final String WAITING_UNTIL_OF =
            "(select max(part.waiting_until) from sync_work_part part where part.status = 'IN_PROGRESS' and part.kind = ";

    /**
     * How the parts of a run get on, whose row is named {@code active}: until when they have an owner, and since when they
     * have recorded nothing, of the one that stands worst; until when one waits for a system.
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
