package dev.syncline.work;

import jakarta.enterprise.context.ApplicationScoped;
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
import javax.sql.DataSource;

/** Records in the hub how long parts wait, and finds those that must stop waiting. */
@ApplicationScoped
class WaitingRows {
    private static final String SHOW =
            """
            update sync_work_part set waiting_until = ?
            where id = ? and owner = ? and status = 'IN_PROGRESS' and waiting_until is distinct from ?""";

    private final DataSource hub;
    private final HeldLeases leases;

    WaitingRows(DataSource hub, HeldLeases leases) {
        this.hub = hub;
        this.leases = leases;
    }

    /** Records the end of a part's wait if this process owns the part; null clears it. */
    void show(long part, Instant until) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(SHOW)) {
            Object time = until == null ? null : until.atOffset(ZoneOffset.UTC);
            update.setObject(1, time, Types.TIMESTAMP_WITH_TIMEZONE);
            update.setLong(2, part);
            update.setString(3, leases.owner());
            update.setObject(4, time, Types.TIMESTAMP_WITH_TIMEZONE);
            update.executeUpdate();
        }
    }

    /** Returns the parts that must stop waiting: true if the item is cancelled, false if it ended or was taken over. */
    Map<Long, Boolean> ended(WorkKind<?> kind, Set<Long> parts) throws SQLException {
        Map<Long, Boolean> found = new HashMap<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select p.id, p.status = 'IN_PROGRESS' and p.owner = ? from sync_work_part p join "
                                + kind.table()
                                + " i on i.id = p.item where p.id = any (?) and (i.cancelled_by is not null"
                                + " or p.status <> 'IN_PROGRESS' or p.owner is distinct from ?)")) {
            select.setString(1, leases.owner());
            select.setArray(2, connection.createArrayOf("bigint", parts.toArray()));
            select.setString(3, leases.owner());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getLong(1), rows.getBoolean(2));
                }
            }
        }
        return found;
    }
}
