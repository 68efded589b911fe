package dev.syncline.page;

import dev.syncline.sql.SourceState;
import java.time.Instant;

/**
 * What the hub remembers of a source from one read to the next. Where the hub fails, a
 * {@link dev.syncline.system.HubFailure} is thrown, which says nothing against the source.
 */
interface SourceMemory {
    /** The source's horizon, as its state says; null where it does not tell. */
    Instant horizon(SourceState state);

    /**
     * Compares what a query gives with what it gave before.
     *
     * @throws Drift when a column is gone
     * @throws ChangedSource when the key or the changed-at is of another kind
     */
    void shape(SqlQuery query, SqlShape shape);

    /** Whether the source answered this query before. */
    boolean knows(SqlQuery query);
}
