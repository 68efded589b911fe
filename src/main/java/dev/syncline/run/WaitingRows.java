package dev.syncline.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The column {@code waiting_until} of a table of work that has an owner and may be cancelled. */
public final class WaitingRows {
    private final DataSource hub;
    private final Supplier<String> owner;
    private final String show;
    private final String ended;

    /** @param owner this process, as the table names it */
    public WaitingRows(DataSource hub, String table, Supplier<String> owner) {
        this.hub = hub;
        this.owner = owner;
        this.show = "update " + table + " set waiting_until = ?"
                + " where id = ? and owner = ? and status = 'IN_PROGRESS' and waiting_until is distinct from ?";
        this.ended = "select id, status = 'IN_PROGRESS' and owner = ? from " + table
                + " where id = any (?)"
                + " and (cancelled_by is not null or status <> 'IN_PROGRESS' or owner is distinct from ?)";
    }

    /** Shows until when a row's work waits, as long as it is this process's; null: no more. */
    void show(long id, Instant until) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(show)) {
            Object time = until == null ? null : until.atOffset(ZoneOffset.UTC);
            update.setObject(1, time, Types.TIMESTAMP_WITH_TIMEZONE);
            update.setLong(2, id);
            update.setString(3, owner.get());
            update.setObject(4, time, Types.TIMESTAMP_WITH_TIMEZONE);
            update.executeUpdate();
        }
    }

    /** Those that are to wait no more; true: cancelled, false: over, or another process's. */
    Map<Long, Boolean> ended(Set<Long> ids) throws SQLException {
        Map<Long, Boolean> found = new HashMap<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(ended)) {
            select.setString(1, owner.get());
            select.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
            select.setString(3, owner.get());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getLong(1), rows.getBoolean(2));
                }
            }
        }
        return found;
    }
}
