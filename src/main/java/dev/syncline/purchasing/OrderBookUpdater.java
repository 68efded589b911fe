package dev.syncline.purchasing;

import dev.syncline.extension.PageRecord;
import dev.syncline.extension.RecordedPage;
import dev.syncline.record.Notices;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import dev.syncline.value.Micros;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Updates the order book with delivered orders in the page's transaction, and raises notices about changes that a
 * person should look at.
 */
@ApplicationScoped
class OrderBookUpdater {
    private static final String BEFORE =
            "select number, synced::text from purchase_order where vendor = ? and number = any (?) for update";
    private static final String NOW =
            """
            insert into purchase_order (vendor, number, is_open, supplier_no, synced, last_synced_at)
            values (?, ?, ?, ?, ?::json, ?)
            on conflict (vendor, number) do update
            set synced = excluded.synced, supplier_no = coalesce(excluded.supplier_no, purchase_order.supplier_no),
                is_open = excluded.is_open, last_synced_at = greatest(purchase_order.last_synced_at, excluded.last_synced_at)""";
    private static final String CHANGED =
            "select key, changed_at from supplier_order where supplier = ? and key = any (?)";

    private final OrderBook book;
    private final Suppliers suppliers;
    private final Notices notices;
    private final Clock clock;

    OrderBookUpdater(OrderBook book, Suppliers suppliers, Notices notices, Clock clock) {
        this.book = book;
        this.suppliers = suppliers;
        this.notices = notices;
        this.clock = clock;
    }

    void update(Connection hub, RecordedPage page) throws SQLException {
        OrderIntents.clear(
                hub,
                page.run().routeNumber(),
                page.inStep().stream().map(PageRecord::key).toList(),
                page.unwritten());
        Map<String, List<Kept>> byVendor = new HashMap<>();
        for (PageRecord record : page.inStep()) {
            Map<String, Object> fields = book.fields(new String(record.content(), StandardCharsets.UTF_8));
            String vendor = ErpOrder.text(fields.get(ErpOrder.VENDOR));
            if (vendor != null && fields.containsKey(ErpOrder.LINES)) {
                byVendor.computeIfAbsent(vendor, v -> new ArrayList<>()).add(new Kept(record, fields));
            }
        }
        for (Map.Entry<String, List<Kept>> orders : byVendor.entrySet()) {
            Optional<Supplier> supplier = suppliers.ofVendor(orders.getKey());
            if (supplier.isPresent()) {
                keep(hub, supplier.get(), orders.getValue());
            }
        }
    }

    private record Kept(PageRecord record, Map<String, Object> fields) {}

    private void keep(Connection hub, Supplier supplier, List<Kept> orders) throws SQLException {
        Map<String, Map<String, Object>> before = before(hub, supplier.vendor(), orders);
        Map<String, Instant> changed = changed(hub, supplier.system(), orders);
        try (PreparedStatement upsert = hub.prepareStatement(NOW)) {
            for (Kept order : orders) {
                String status = ErpOrder.text(order.fields().get("status"));
                upsert.setString(1, supplier.vendor());
                upsert.setString(2, order.record().key());
                upsert.setBoolean(
                        3, !"CLOSED".equals(status) && !"CANCELLED".equals(status) && !"SHIPPED".equals(status));
                upsert.setString(4, ErpOrder.text(order.fields().get("supplierOrderNo")));
                upsert.setString(5, new String(order.record().content(), StandardCharsets.UTF_8));
                upsert.setObject(6, OffsetDateTime.ofInstant(syncedAt(order.record(), changed), ZoneOffset.UTC));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        String route = suppliers.routesOf(supplier).stream()
                .map(dev.syncline.route.SyncRoute::id)
                .findFirst()
                .orElse(null);
        notices.clearAll(
                OrderNotices.EDITED_IN_ERP,
                route,
                orders.stream().map(order -> order.record().key()).toList());
        for (Kept order : orders) {
            new OrderNotices(notices, route, supplier, order.record().key())
                    .of(before.getOrDefault(order.record().key(), Map.of()), order.fields());
        }
    }

    /**
     * Returns the time of the sync: now, or when the order was read if the supplier has sent a newer document since.
     */
    private Instant syncedAt(PageRecord record, Map<String, Instant> changed) {
        Instant now = clock.instant();
        Instant read = record.row().changedAt() == null
                ? now
                : Micros.instant(record.row().changedAt());
        return changed.getOrDefault(record.key(), read).isAfter(read) ? read : now;
    }

    private static Map<String, Instant> changed(Connection hub, String supplier, List<Kept> orders)
            throws SQLException {
        Map<String, Instant> changed = new HashMap<>();
        try (PreparedStatement select = hub.prepareStatement(CHANGED)) {
            select.setString(1, supplier);
            select.setArray(2, keys(hub, orders));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    changed.put(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
        }
        return changed;
    }

    private Map<String, Map<String, Object>> before(Connection hub, String vendor, List<Kept> orders)
            throws SQLException {
        Map<String, Map<String, Object>> before = new HashMap<>();
        try (PreparedStatement select = hub.prepareStatement(BEFORE)) {
            select.setString(1, vendor);
            select.setArray(2, keys(hub, orders));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getString(2) != null) {
                        before.put(row.getString(1), book.fields(row.getString(2)));
                    }
                }
            }
        }
        return before;
    }

    private static Array keys(Connection hub, List<Kept> orders) throws SQLException {
        return hub.createArrayOf(
                "text", orders.stream().map(order -> order.record().key()).toArray());
    }
}
