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

/** Orders that somebody wants looked at though the supplier told nothing new of them. */
@ApplicationScoped
public class OrdersToFetch {
    /** Until then an order may have come about that the supplier did not have; polls tell of it, too. */
    private static final Duration UNKNOWN_FOR = Duration.ofHours(1);

    private final SupplierOrders orders;
    private final Clock clock;

    OrdersToFetch(SupplierOrders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** The next run asks the supplier for them, and brings them in step. */
    @Transactional(rollbackOn = Exception.class)
    public void add(Supplier supplier, Collection<String> keys) throws SQLException {
        Instant now = clock.instant();
        orders.want(supplier, keys, now);
        orders.touch(supplier, keys, now);
    }

    /**
     * Those of the orders that a notice names which the supplier is to be asked for: those of the order book, and others
     * unless the supplier did not have them when it was asked within the last hour.
     */
    public List<String> worthAsking(Supplier supplier, Collection<String> keys) throws SQLException {
        return orders.worthAsking(supplier, keys, clock.instant().minus(UNKNOWN_FOR));
    }
}
