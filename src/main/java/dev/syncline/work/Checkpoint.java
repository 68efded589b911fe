package dev.syncline.work;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Moves a part's checkpoint in the transaction that records the work up to there. The part's row is updated first, so that a
 * process whose part was taken over fails before it writes anything; the item's row is updated last, so that parts of one
 * item wait for each other only during the commit.
 */
public record Checkpoint(long part, int fence, String phase, String cursor, Instant leaseUntil) {
    private static final String IS_HELD = "id = ? and fence = ? and status = 'IN_PROGRESS'";

    private static final String MOVE =
            """
            update sync_work_part
            set phase = ?, checkpoint = ?, lease_until = ?, waiting_until = null, progressed_at = now(), vain = 0,
                counts = counts || (
                    select coalesce(jsonb_object_agg(key, coalesce((counts ->> key)::bigint, 0) + more::bigint), '{}')
                    from jsonb_each_text(?::jsonb) as added (key, more))
            where\s"""
                    + IS_HELD;

    /** Holds while a process still owns the part; the parameters are the part's number and fence. */
    public static final String HELD = "exists (select from sync_work_part where " + IS_HELD + ")";

    /**
     * @param noun what messages call the item
     * @param added to the part's counts, by column of the item; the caller adds as much to the item's own
     * @throws LeaseLost when the part has another owner, or has ended
     */
    public void move(Connection connection, String noun, Map<String, Long> added) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setString(1, phase);
            update.setString(2, cursor);
            update.setObject(3, leaseUntil.atOffset(ZoneOffset.UTC));
            update.setString(4, json(added));
            update.setLong(5, part);
            update.setInt(6, fence);
            if (update.executeUpdate() == 0) {
                throw new LeaseLost(noun, part);
            }
        }
    }

    private static String json(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .map(count -> "\"" + count.getKey() + "\": " + count.getValue())
                .collect(joining(", ", "{", "}"));
    }
}
