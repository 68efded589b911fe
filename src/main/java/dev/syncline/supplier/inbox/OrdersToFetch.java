package dev.syncline.supplier.inbox;

import dev.syncline.supplier.Supplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Requests orders from their supplier that it did not report itself. */
@ApplicationScoped
public class OrdersToFetch {
    /** Within that time an order that the supplier did not have is not asked for again; polls report it, too. */
    private static final Duration UNKNOWN_FOR = Duration.ofHours(1);

    private final SupplierOrderTable orders;
    private final Clock clock;

    OrdersToFetch(SupplierOrderTable orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** Requests orders: the next run asks the supplier for them, and reconciles them. */
    @Transactional(rollbackOn = Exception.class)
    public void add(Supplier supplier, Collection<String> keys) throws SQLException {
        Instant now = clock.instant();
        orders.want(supplier, keys, now);
        orders.touch(supplier, keys, now);
    }

    /**
     * Returns the orders of a notification that the supplier is to be asked for: those in the order book, and others,
     * unless the supplier did not have them when it was asked within the last hour.
     */
    public List<String> worthAsking(Supplier supplier, Collection<String> keys) throws SQLException {
        return orders.worthAsking(supplier, keys, clock.instant().minus(UNKNOWN_FOR));
    }
}
