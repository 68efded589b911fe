package dev.syncline.purchasing;

import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.purchasing.vendor.VendorQueries;
import dev.syncline.record.Audit;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.RouteBusy;
import dev.syncline.run.Run;
import dev.syncline.run.RunOrders;
import dev.syncline.run.RunRequest;
import dev.syncline.run.Trigger;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import dev.syncline.supplier.inbox.OrdersToFetch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Sets the switches of vendors and orders, and orders the runs that follow. */
@ApplicationScoped
public class Switches {
    private static final String VENDOR =
            """
            insert into purchase_vendor (vendor, auto_sync) values (?, ?)
            on conflict (vendor) do update set auto_sync = excluded.auto_sync""";
    /** Makes open orders use the vendor's switch. */
    private static final String ALONG =
            "update purchase_order set auto_sync = null where vendor = ? and is_open returning number";
    /** Excludes open orders, so that the vendor's switch applies to future orders only. */
    private static final String STAY =
            "update purchase_order set auto_sync = false where vendor = ? and is_open and auto_sync is null";

    /** The most orders about which the supplier is asked individually; of more, the stored documents are used. */
    private static final int MOST_NAMED = 1_000;

    private final DataSource hub;
    private final Suppliers suppliers;
    private final VendorQueries vendors;
    private final OrdersToFetch wishes;
    private final RunOrders runs;
    private final Audit audit;

    Switches(
            DataSource hub,
            Suppliers suppliers,
            VendorQueries vendors,
            OrdersToFetch wishes,
            RunOrders runs,
            Audit audit) {
        this.hub = hub;
        this.suppliers = suppliers;
        this.vendors = vendors;
        this.wishes = wishes;
        this.runs = runs;
        this.audit = audit;
    }

    /** Adds the vendors that are suppliers, also if the ERP's orders were never read. */
    @Transactional(rollbackOn = Exception.class)
    public void addSuppliers() throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into purchase_vendor (vendor) select unnest(?::text[]) on conflict do nothing")) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            suppliers.all().values().stream()
                                    .map(Supplier::vendor)
                                    .sorted()
                                    .toArray()));
            insert.executeUpdate();
        }
    }

    /**
     * Sets a vendor's switch.
     *
     * @param includeOpenOrders whether switching on includes the orders that are open now
     * @return the run that syncs them; empty if there are none, or the run after the active one does
     */
    public Optional<Run> vendor(String vendor, boolean enabled, boolean includeOpenOrders, String who)
            throws SQLException {
        return bring(vendor, set(vendor, enabled, includeOpenOrders, who), Trigger.ON_DEMAND, who);
    }

    /** Sets the switch, and returns the open orders that it includes. */
    @Transactional(rollbackOn = Exception.class)
    List<String> set(String vendor, boolean enabled, boolean includeOpenOrders, String who) throws SQLException {
        List<String> along = List.of();
        try (Connection connection = hub.getConnection()) {
            if (enabled) {
                along = includeOpenOrders ? along(connection, vendor) : List.of();
                if (!includeOpenOrders && !isOn(connection, vendor)) {
                    update(connection, STAY, vendor);
                }
            }
            try (PreparedStatement upsert = connection.prepareStatement(VENDOR)) {
                upsert.setString(1, vendor);
                upsert.setBoolean(2, enabled);
                upsert.executeUpdate();
            }
        }
        audit.write(
                who,
                "auto-sync",
                "vendor " + vendor,
                (enabled ? "on" : "off") + (along.isEmpty() ? "" : ", with " + along.size() + " open orders"));
        return along;
    }

    private static boolean isOn(Connection connection, String vendor) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select from purchase_vendor where vendor = ? and auto_sync")) {
            select.setString(1, vendor);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static List<String> along(Connection connection, String vendor) throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(ALONG)) {
            update.setString(1, vendor);
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getString(1));
                }
            }
        }
        return numbers;
    }

    private static void update(Connection connection, String sql, String vendor) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, vendor);
            update.executeUpdate();
        }
    }

    /** Sets an order's own switch; returns false if the order is unknown. */
    public boolean order(String vendor, String number, boolean enabled, String who) throws SQLException {
        if (!set(vendor, number, enabled, who)) {
            return false;
        }
        if (enabled) {
            bring(vendor, List.of(number), Trigger.ON_DEMAND, who);
        }
        return true;
    }

    @Transactional(rollbackOn = Exception.class)
    boolean set(String vendor, String number, boolean enabled, String who) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update purchase_order set auto_sync = ? where vendor = ? and number = ?")) {
            update.setBoolean(1, enabled);
            update.setString(2, vendor);
            update.setString(3, number);
            if (update.executeUpdate() == 0) {
                return false;
            }
        }
        audit.write(who, "auto-sync", "order " + vendor + "/" + number, enabled ? "on" : "off");
        return true;
    }

    /**
     * Orders a run that asks the supplier about these orders, and syncs them.
     *
     * @return the run; empty if the vendor has no supplier, or the route is busy, and then its next run does it
     */
    private Optional<Run> bring(String vendor, List<String> numbers, Trigger trigger, String who) throws SQLException {
        Optional<Supplier> supplier = suppliers.ofVendor(vendor);
        if (supplier.isEmpty() || numbers.isEmpty()) {
            return Optional.empty();
        }
        wishes.add(supplier.get(), numbers);
        return place(supplier.get(), trigger, who, Range.ALL, Depth.DEEP, numbers);
    }

    /**
     * Orders a run that asks the supplier about an order now, and syncs it.
     *
     * @return the run; empty if no route reads the supplier's orders
     * @throws RouteBusy if the route is busy for longer than ten seconds; its next run does it
     */
    public Optional<Run> refresh(Supplier supplier, String number, String who) throws SQLException {
        return refreshAll(supplier, List.of(number), who);
    }

    /** The vendor's stale orders, as many as a refresh asks for. */
    public List<String> stale(String vendor) throws SQLException {
        return vendors.stale(vendor, MOST_NAMED);
    }

    /** Does so for several orders, with one run; see {@link #refresh}. */
    public Optional<Run> refreshAll(Supplier supplier, List<String> keys, String who) throws SQLException {
        wishes.add(supplier, keys);
        return suppliers.routesOf(supplier).stream()
                .map(route -> runs.placeSoon(
                        new RunRequest(route.id(), Trigger.ON_DEMAND, who, Range.ALL, null, Depth.DEEP, false, keys)))
                .reduce((first, other) -> first);
    }

    /**
     * Syncs orders that a document of the supplier mentions, or a notification names; the supplier is not asked again
     * about orders that it just did not have.
     *
     * @return the same as {@link #bring}
     */
    public Optional<Run> follow(Supplier supplier, List<String> numbers) throws SQLException {
        if (numbers.size() <= MOST_NAMED) {
            List<String> worth = wishes.worthAsking(supplier, numbers);
            return bring(supplier.vendor(), worth, Trigger.NOTIFICATION, supplier.system());
        }
        return place(supplier, Trigger.NOTIFICATION, supplier.system(), Range.CHANGES, Depth.SHALLOW, null);
    }

    private Optional<Run> place(
            Supplier supplier, Trigger trigger, String who, Range range, Depth depth, List<String> keys) {
        Run first = null;
        for (SyncRoute route : suppliers.routesOf(supplier)) {
            Optional<Run> run =
                    runs.placeOrFollow(new RunRequest(route.id(), trigger, who, range, null, depth, false, keys));
            first = first == null ? run.orElse(null) : first;
        }
        return Optional.ofNullable(first);
    }
}
