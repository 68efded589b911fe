package dev.syncline.purchasing.vendor;

import dev.syncline.purchasing.vendor.VendorRow.OpenOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Lists the vendors of purchase orders, each with what its switch would touch. */
@ApplicationScoped
public class VendorQueries {
    /** A run follows each notification: an order is not worth a person's time before that had its time. */
    private static final Duration RUN_FOLLOWS_WITHIN = Duration.ofMinutes(5);

    private static final String STALE =
            """
            o.is_stale and o.supplier_notified_at < ? and coalesce(o.auto_sync, v.auto_sync)""";

    private static final String VENDORS =
            """
            select v.vendor, v.name, v.auto_sync, open.count, open.switched_on, open.switched_off, stale.count
            from purchase_vendor v
                cross join lateral (
                    select count(*), count(*) filter (where o.auto_sync) as switched_on,
                           count(*) filter (where not o.auto_sync) as switched_off
                    from purchase_order o where o.vendor = v.vendor and o.is_open) as open
                cross join lateral (
                    select count(*) from purchase_order o where o.vendor = v.vendor and\s"""
                    + STALE + ") as stale where ";

    private static final String WITH_STALE =
            " and exists (select from purchase_order o where o.vendor = v.vendor and " + STALE + ")";

    private final DataSource hub;
    private final Clock clock;

    VendorQueries(DataSource hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    @Transactional(rollbackOn = Exception.class)
    public Optional<VendorRow> find(String vendor) throws SQLException {
        return rows("v.vendor = ?", List.of(longAgo(), vendor)).stream().findFirst();
    }

    /**
     * Lists vendors by their numbers.
     *
     * @param onlyStale whether only those that have stale orders
     * @param after the vendor before the page; empty for the first page
     */
    @Transactional(rollbackOn = Exception.class)
    public List<VendorRow> list(boolean onlyStale, String after, int limit) throws SQLException {
        String which = "v.vendor > ?" + (onlyStale ? WITH_STALE : "") + " order by v.vendor limit ?";
        return rows(which, onlyStale ? List.of(longAgo(), after, longAgo(), limit) : List.of(longAgo(), after, limit));
    }

    /** Returns the vendor's stale orders, those that the supplier notified about first. */
    @Transactional(rollbackOn = Exception.class)
    public List<String> stale(String vendor, int limit) throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select o.number from purchase_vendor v join purchase_order o on o.vendor = v.vendor where "
                                + STALE + " and v.vendor = ? order by o.supplier_notified_at, o.number limit ?")) {
            select.setObject(1, longAgo());
            select.setString(2, vendor);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getString(1));
                }
            }
        }
        return numbers;
    }

    private OffsetDateTime longAgo() {
        return clock.instant().minus(RUN_FOLLOWS_WITHIN).atOffset(ZoneOffset.UTC);
    }

    private List<VendorRow> rows(String which, List<Object> values) throws SQLException {
        List<VendorRow> vendors = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(VENDORS + which)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    vendors.add(new VendorRow(
                            row.getString(1),
                            row.getString(2),
                            row.getBoolean(3),
                            new OpenOrders(row.getLong(4), row.getLong(5), row.getLong(6)),
                            row.getLong(7)));
                }
            }
        }
        return vendors;
    }
}
