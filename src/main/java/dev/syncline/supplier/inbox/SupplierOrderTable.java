package dev.syncline.supplier.inbox;

import dev.syncline.page.Window;
import dev.syncline.supplier.Supplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads and writes the stored orders of suppliers, and those that the supplier is to be asked for. */
@ApplicationScoped
public class SupplierOrderTable {
    private static final String FORGET = "delete from supplier_unknown where supplier = ? and at < ?";

    /** Remembers the orders that the supplier did not have. */
    private static final String UNKNOWN =
            """
            insert into supplier_unknown (supplier, key, at)
            select ?, key, ? from (select distinct unnest(?::text[]) collate "C" as key) k
            where not exists (
                select from supplier_order o where o.supplier = ? and (o.key = k.key or o.supplier_no = k.key))
            on conflict (supplier, key) do update set at = excluded.at""";

    private static final String WORTH_ASKING =
            """
            select key from (select distinct unnest(?::text[]) collate "C" as key) k
            where not exists (select from supplier_unknown u where u.supplier = ? and u.key = k.key and u.at >= ?)
               or exists (
                   select from supplier_order o where o.supplier = ? and (o.key = k.key or o.supplier_no = k.key))
               or exists (
                   select from purchase_order p where p.vendor = ? and (p.number = k.key or p.supplier_no = k.key))
            order by key""";

    private static final String ROWS =
            """
            select o.key, o.changed_at, o.state::text, o.fault, d.content
            from supplier_order o left join supplier_document d on d.id = o.document
            """;
    private static final String PAGE = ROWS
            + """
            where o.supplier = ? and o.changed_at >= ? and (o.changed_at < ? or o.changed_at >= ?)
                  and (o.changed_at, o.key) > (?, ?)
            order by o.changed_at, o.key
            limit ?""";
    private static final String NAMED = ROWS + "where o.supplier = ? and o.key = any (?)";

    private final DataSource hub;

    SupplierOrderTable(DataSource hub) {
        this.hub = hub;
    }

    /** A document's number and its content. */
    record Kept(long id, byte[] content) {}

    /**
     * Returns the orders that changed in the window, after one of them, by changed-at and key.
     *
     * @param began changes from then on belong to the window, too, as their documents were just received
     */
    @Transactional(rollbackOn = Exception.class)
    public List<SupplierRow> page(
            Supplier supplier, Window window, Instant began, Instant after, String afterKey, int limit)
            throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setString(1, supplier.system());
            select.setObject(2, time(window.from(), OffsetDateTime.MIN));
            select.setObject(3, time(window.to(), OffsetDateTime.MAX));
            select.setObject(4, StatementTable.time(began));
            select.setObject(5, time(after, OffsetDateTime.MIN));
            select.setString(6, afterKey);
            select.setInt(7, limit);
            return rows(select);
        }
    }

    private static OffsetDateTime time(Instant instant, OffsetDateTime otherwise) {
        return instant == null ? otherwise : StatementTable.time(instant);
    }

    @Transactional(rollbackOn = Exception.class)
    public List<SupplierRow> named(Supplier supplier, Collection<String> keys) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(NAMED)) {
            select.setString(1, supplier.system());
            select.setArray(2, connection.createArrayOf("text", keys.toArray()));
            return rows(select);
        }
    }

    private static List<SupplierRow> rows(PreparedStatement select) throws SQLException {
        List<SupplierRow> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String key = row.getString(1);
                Instant changedAt = row.getObject(2, OffsetDateTime.class).toInstant();
                String state = row.getString(3);
                rows.add(
                        row.getString(4) != null
                                ? SupplierRow.fault(key, changedAt, row.getString(4), row.getBytes(5))
                                : SupplierRow.order(key, changedAt, state));
            }
        }
        return rows;
    }

    /** Returns the documents of faults, by key. */
    @Transactional(rollbackOn = Exception.class)
    Map<String, Kept> faults(Supplier supplier, Collection<String> keys) throws SQLException {
        Map<String, Kept> kept = new LinkedHashMap<>();
        query(
                """
                select o.key, d.id, d.content from supplier_order o join supplier_document d on d.id = o.document
                where o.supplier = ? and o.key = any (?) and o.fault is not null""",
                supplier,
                keys,
                row -> kept.put(row.getString(1), new Kept(row.getLong(2), row.getBytes(3))));
        return kept;
    }

    /** Returns orders that the supplier is to be asked for, after one of them. */
    @Transactional(rollbackOn = Exception.class)
    public List<String> wanted(Supplier supplier, String after, int limit) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select key from supplier_wanted where supplier = ? and key > ? order by key limit ?")) {
            select.setString(1, supplier.system());
            select.setString(2, after);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(row.getString(1));
                }
            }
        }
        return keys;
    }

    @Transactional(rollbackOn = Exception.class)
    public void want(Supplier supplier, Collection<String> keys, Instant now) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement upsert = connection.prepareStatement(
                        """
                        insert into supplier_wanted (supplier, key, at)
                        select ?, key, ? from (select distinct unnest(?::text[]) key order by key) k
                        on conflict (supplier, key) do update set at = excluded.at""")) {
            upsert.setString(1, supplier.system());
            upsert.setObject(2, StatementTable.time(now));
            upsert.setArray(3, connection.createArrayOf("text", keys.toArray()));
            upsert.executeUpdate();
        }
    }

    /** Records that a run asked the supplier for orders at that time; those requested later stay requested. */
    @Transactional(rollbackOn = Exception.class)
    public void asked(Supplier supplier, Collection<String> keys, Instant since) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "delete from supplier_wanted where supplier = ? and key = any (?) and at <= ?")) {
            delete.setString(1, supplier.system());
            delete.setArray(2, connection.createArrayOf("text", keys.toArray()));
            delete.setObject(3, StatementTable.time(since));
            delete.executeUpdate();
        }
        try (Connection connection = hub.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET);
                PreparedStatement remember = connection.prepareStatement(UNKNOWN)) {
            forget.setString(1, supplier.system());
            forget.setObject(2, StatementTable.time(since.minus(Duration.ofDays(1))));
            forget.executeUpdate();
            remember.setString(1, supplier.system());
            remember.setObject(2, StatementTable.time(since));
            remember.setArray(3, connection.createArrayOf("text", keys.toArray()));
            remember.setString(4, supplier.system());
            remember.executeUpdate();
        }
    }

    /** Returns the orders that the hub or the order book has, or that were not asked for in vain since then. */
    List<String> worthAsking(Supplier supplier, Collection<String> keys, Instant since) throws SQLException {
        List<String> worth = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(WORTH_ASKING)) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            select.setString(2, supplier.system());
            select.setObject(3, StatementTable.time(since));
            select.setString(4, supplier.system());
            select.setString(5, supplier.vendor());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    worth.add(row.getString(1));
                }
            }
        }
        return worth;
    }

    /** Marks orders as changed, so that the next run over changes reads them. */
    @Transactional(rollbackOn = Exception.class)
    public void touch(Supplier supplier, Collection<String> keys, Instant now) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        """
                        update supplier_order o set changed_at = ?
                        from (select supplier, key from supplier_order where supplier = ? and key = any (?)
                              order by key for update) k
                        where o.supplier = k.supplier and o.key = k.key""")) {
            update.setObject(1, StatementTable.time(now));
            update.setString(2, supplier.system());
            update.setArray(3, connection.createArrayOf("text", keys.toArray()));
            update.executeUpdate();
        }
    }

    /** Returns up to when the supplier was asked for changes; null if it never was. */
    @Transactional(rollbackOn = Exception.class)
    public Instant polledUntil(Supplier supplier) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select since from supplier_poll where supplier = ?")) {
            select.setString(1, supplier.system());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : null;
            }
        }
    }

    /** Records when the supplier answered a request for these orders by number. */
    @Transactional(rollbackOn = Exception.class)
    public void checked(Supplier supplier, Collection<String> keys, Instant at) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        """
                        update purchase_order o set last_checked_at = greatest(o.last_checked_at, ?)
                        from (select vendor, number from purchase_order where vendor = ? and number = any (?)
                              order by number for update) k
                        where o.vendor = k.vendor and o.number = k.number""")) {
            update.setObject(1, StatementTable.time(at));
            update.setString(2, supplier.vendor());
            update.setArray(3, connection.createArrayOf("text", keys.toArray()));
            update.executeUpdate();
        }
    }

    /**
     * Records a poll.
     *
     * @param until up to when all changes are known, by the supplier's clock
     * @param asked when it was asked, by ours
     */
    @Transactional(rollbackOn = Exception.class)
    public void polled(Supplier supplier, Instant until, Instant asked) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement upsert = connection.prepareStatement(
                        """
                        insert into supplier_poll (supplier, since, asked_at) values (?, ?, ?)
                        on conflict (supplier) do update
                        set since = greatest(supplier_poll.since, excluded.since),
                            asked_at = greatest(supplier_poll.asked_at, excluded.asked_at)""")) {
            upsert.setString(1, supplier.system());
            upsert.setObject(2, StatementTable.time(until));
            upsert.setObject(3, StatementTable.time(asked));
            upsert.executeUpdate();
        }
    }

    private interface Taken {
        void of(ResultSet row) throws SQLException;
    }

    private void query(String sql, Supplier supplier, Collection<String> keys, Taken taken) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, supplier.system());
            select.setArray(2, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taken.of(row);
                }
            }
        }
    }
}
