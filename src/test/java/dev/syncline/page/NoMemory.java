package dev.syncline.page;

import dev.syncline.sql.SourceState;
import java.time.Instant;

/** Of a source that is read for the first time, always. */
final class NoMemory implements SourceMemory {
    @Override
    public Instant horizon(SourceState state) {
        return null;
    }

    @Override
    public void shape(SqlQuery query, SqlShape shape) {}

    @Override
    public boolean knows(SqlQuery query) {
        return false;
    }
}
