package dev.syncline.run;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** A kind of work whose calls may have to wait for a system. */
public interface Waiters {
    /** The number of the work that a call is made for; empty where it is none of this kind. */
    OptionalLong of(long caller);

    /** Shows until when it waits, as long as it is this process's; null: no more. */
    void show(long id, Instant until) throws SQLException;

    /** Those that are to wait no more; true: cancelled, false: over, or another process's. */
    Map<Long, Boolean> ended(Set<Long> ids) throws SQLException;

    RuntimeException cancelled(long id);

    RuntimeException lost(long id);
}
