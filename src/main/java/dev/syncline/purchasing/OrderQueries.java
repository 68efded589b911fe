package dev.syncline.purchasing;

import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Lists purchase orders of the order book, in the order of their numbers. */
@ApplicationScoped
public class OrderQueries {
    private static final String ORDERS =
            """
            select o.vendor, o.number, coalesce(o.auto_sync, v.auto_sync, false), o.auto_sync, o.is_open, o.is_stale,
                   o.last_synced_at, greatest(o.last_checked_at, p.asked_at),
                   o.supplier_notified_at, o.erp::text, o.synced::text
            from purchase_order o
                left join purchase_vendor v on v.vendor = o.vendor
                left join (select vendor, asked_at from unnest(?::text[], ?::text[]) as s (vendor, supplier)
                           join supplier_poll using (supplier)) p on p.vendor = o.vendor
            where (o.vendor, o.number) > (?, ?)""";

    private final DataSource hub;
    private final OrderBook book;
    private final Suppliers suppliers;

    OrderQueries(DataSource hub, OrderBook book, Suppliers suppliers) {
        this.hub = hub;
        this.book = book;
        this.suppliers = suppliers;
    }

    /**
     * Returns the number of the vendor's orders about which the supplier sent a notification since they were last
     * synced.
     */
    @Transactional(rollbackOn = Exception.class)
    public long stale(String vendor) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select count(*) from purchase_order where vendor = ? and is_stale")) {
            select.setString(1, vendor);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Returns the same number for each vendor that has such orders. */
    @Transactional(rollbackOn = Exception.class)
    public Map<String, Long> stale() throws SQLException {
        Map<String, Long> stale = new TreeMap<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select vendor, count(*) from purchase_order where is_stale group by vendor");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                stale.put(row.getString(1), row.getLong(2));
            }
        }
        return stale;
    }

    /**
     * @param vendor null for all
     * @param stale null for all
     * @param q the beginning of an order's number, or of the supplier's number of it; null for all
     * @param afterVendor the vendor of the order before the page; empty for the first page
     */
    @Transactional(rollbackOn = Exception.class)
    public List<OrderRow> list(
            String vendor, Boolean stale, String q, String afterVendor, String afterNumber, int limit)
            throws SQLException {
        List<Object> values = new ArrayList<>(List.of(afterVendor, afterNumber));
        StringBuilder which = new StringBuilder();
        if (vendor != null) {
            which.append(" and o.vendor = ?");
            values.add(vendor);
        }
        if (stale != null) {
            which.append(stale ? " and o.is_stale" : " and not o.is_stale");
        }
        List<Object> found = List.copyOf(values);
        StringBuilder sql = new StringBuilder(ORDERS).append(which);
        if (q != null) {
            // Each subquery uses its own index, and returns at most a page.
            sql.append(" and (o.vendor, o.number) in (")
                    .append(beginning("number", which))
                    .append(" union ")
                    .append(beginning("supplier_no", which))
                    .append(")");
            for (int i = 0; i < 2; i++) {
                values.addAll(found);
                values.addAll(List.of(q, q + '\uffff', limit));
            }
        }
        sql.append(" order by o.vendor, o.number limit ?");
        values.add(limit);
        return rows(sql.toString(), values);
    }

    private static String beginning(String column, CharSequence which) {
        return "(select o.vendor, o.number from purchase_order o where (o.vendor, o.number) > (?, ?)" + which
                + " and o." + column + " >= ? and o." + column + " < ? order by o.vendor, o.number limit ?)";
    }

    /** The number of an order and its vendor's. */
    public record OrderId(String vendor, String number) {}

    /** Returns those of the orders that are in the order book. */
    @Transactional(rollbackOn = Exception.class)
    public Set<OrderId> known(Collection<OrderId> orders) throws SQLException {
        Set<OrderId> known = new HashSet<>();
        if (orders.isEmpty()) {
            return known;
        }
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        """
                        select vendor, number from purchase_order
                        where (vendor, number) in (select * from unnest(?::text[], ?::text[]))""")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", orders.stream().map(OrderId::vendor).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", orders.stream().map(OrderId::number).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(new OrderId(row.getString(1), row.getString(2)));
                }
            }
        }
        return known;
    }

    /** Returns the orders of these numbers, whoever their vendor is. */
    @Transactional(rollbackOn = Exception.class)
    public List<OrderId> numbered(Collection<String> numbers) throws SQLException {
        List<OrderId> found = new ArrayList<>();
        if (numbers.isEmpty()) {
            return found;
        }
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select vendor, number from purchase_order where number = any (?)")) {
            select.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new OrderId(row.getString(1), row.getString(2)));
                }
            }
        }
        return found;
    }

    @Transactional(rollbackOn = Exception.class)
    public Optional<OrderRow> find(String vendor, String number) throws SQLException {
        return rows(ORDERS + " and o.vendor = ? and o.number = ?", List.of("", "", vendor, number)).stream()
                .findFirst();
    }

    private List<OrderRow> rows(String sql, List<Object> values) throws SQLException {
        List<OrderRow> rows = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            List<Supplier> polled = List.copyOf(suppliers.all().values());
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", polled.stream().map(Supplier::vendor).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", polled.stream().map(Supplier::system).toArray()));
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 3, values.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new OrderRow(
                            row.getString(1),
                            row.getString(2),
                            row.getBoolean(3),
                            row.getObject(4, Boolean.class),
                            row.getBoolean(5),
                            row.getBoolean(6),
                            time(row, 7),
                            time(row, 8),
                            time(row, 9),
                            fields(row.getString(10)),
                            fields(row.getString(11))));
                }
            }
        }
        return rows;
    }

    private Map<String, Object> fields(String text) {
        return text == null ? Map.of() : book.fields(text);
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
