package dev.syncline.run.phase;

import dev.syncline.page.RunContext;
import dev.syncline.record.StatusTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** Keys of the status table that a run asks the source for, a page at a time. */
@ApplicationScoped
class RecordedKeys {
    private final StatusTable table;

    RecordedKeys(StatusTable table) {
        this.table = table;
    }

    /** Returns keys of records that the target has. */
    List<String> delivered(RunContext context, String after) throws SQLException {
        return table.delivered(context.routeNumber(), context.since(), context.window(), after, most(context));
    }

    /** Returns keys of records that never got to the target. */
    List<String> undelivered(RunContext context, String after) throws SQLException {
        return table.undelivered(context.routeNumber(), context.since(), after, most(context));
    }

    private static int most(RunContext context) {
        return Math.min(context.route().pageSize(), NamedRecords.MOST_KEYS);
    }

    /** Whether a run over everything has read as many records as the table has: none has vanished. */
    boolean areAllRead(ActiveRun run) throws SQLException {
        RunContext context = run.context();
        // A dry run adds nothing to the table, so new records would hide vanished ones.
        return !context.dryRun()
                && !run.mayHaveCountedTwice()
                && table.holdsNoMoreThanRead(context.routeNumber(), context.id());
    }
}
