package dev.syncline.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Records in the hub how long parts wait, and finds those that must stop waiting. */
@ApplicationScoped
class WaitingRows {
    private static final String IS_MINE = "where id = ? and owner = ? and status = 'IN_PROGRESS'";

    private static final String CLEAR =
            "update sync_work_part set waiting_until = null " + IS_MINE + " and waiting_until is not null";

    /** Also writes the event; waits for the same, one after the other, share one. */
    private static final String SHOW =
            """
            with asked as (
                select ?::timestamptz as until, ?::text as detail, now() as at),
            waits as (
                update sync_work_part set waiting_until = asked.until from asked
                where id = ? and owner = ? and status = 'IN_PROGRESS' and waiting_until is distinct from asked.until
                returning kind, item),
            latest as (
                select event.id from asked, waits cross join lateral (
                    select id, what, detail from sync_work_event
                    where kind = waits.kind and item = waits.item order by id desc limit 1) as event
                where event.what = 'WAITED' and event.detail = asked.detail),
            repeated as (
                update sync_work_event set
                    times = times + case when sync_work_event.until <= asked.at then 1 else 0 end,
                    until = greatest(sync_work_event.until, asked.until)
                from asked where id in (select id from latest))
            insert into sync_work_event (kind, item, at, what, detail, until)
            select kind, item, asked.at, 'WAITED', asked.detail, asked.until from waits, asked
            where not exists (select from latest)
              and (select count(*) from sync_work_event e where e.kind = waits.kind and e.item = waits.item) < ?""";

    private final DataSource hub;
    private final HeldLeases leases;

    WaitingRows(DataSource hub, HeldLeases leases) {
        this.hub = hub;
        this.leases = leases;
    }

    /**
     * Records until when a part waits, if this process owns the part.
     *
     * @param reason what it waits for
     */
    void show(long part, Instant until, String reason) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(SHOW)) {
            update.setObject(1, until.atOffset(ZoneOffset.UTC));
            update.setString(2, reason);
            update.setLong(3, part);
            update.setString(4, leases.owner());
            update.setInt(5, WorkEvents.MOST);
            update.executeUpdate();
        }
    }

    /** Records that a part waits no longer, if this process owns the part. */
    void clear(long part) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(CLEAR)) {
            update.setLong(1, part);
            update.setString(2, leases.owner());
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
