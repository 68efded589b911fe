package dev.syncline.page;

import java.sql.SQLException;
import java.time.Instant;

/** What the hub remembers of a source from one read to the next. */
interface SourceMemory {
    /** The source's horizon, as its state says; null where it does not tell. */
    Instant horizon(SourceState state) throws SQLException;

    /**
     * Compares what a query gives with what it gave before.
     *
     * @throws Drift when a column is gone
     * @throws ChangedSource when the key or the changed-at is of another kind
     */
    void shape(SqlQuery query, SqlShape shape) throws SQLException;

    /** Whether the source answered this query before. */
    boolean knows(SqlQuery query) throws SQLException;
}
