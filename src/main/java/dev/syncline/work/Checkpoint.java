package dev.syncline.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Where a run continues, written in the transaction of what it did up to there. The run's row goes first, so that a process
 * whose run was taken over fails before it writes anything.
 */
public record Checkpoint(long run, int fence, String phase, String cursor, Instant leaseUntil) {
    private static final String IS_HELD = "id = ? and fence = ? and status = 'IN_PROGRESS'";

    private static final String MOVE =
            """
            update sync_run
            set phase = ?, checkpoint = ?, lease_until = ?, waiting_until = null, progressed_at = now(), vain = 0
            where\s"""
                    + IS_HELD + " returning cancelled_by";

    /** Is true while a run is the process's that has its number and fence, which are the condition's two parameters. */
    public static final String HELD = "exists (select from sync_run where " + IS_HELD + ")";

    /**
     * @return whether the run is to stop here, as somebody has cancelled it
     * @throws LeaseLost when the run has another owner, or has ended
     */
    public boolean move(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setString(1, phase);
            update.setString(2, cursor);
            update.setObject(3, leaseUntil.atOffset(ZoneOffset.UTC));
            update.setLong(4, run);
            update.setInt(5, fence);
            try (ResultSet result = update.executeQuery()) {
                if (!result.next()) {
                    throw new LeaseLost("Run", run);
                }
                return result.getString(1) != null;
            }
        }
    }
}
