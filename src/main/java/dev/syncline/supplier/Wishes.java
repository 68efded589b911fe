package dev.syncline.supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;

/** Orders that somebody wants looked at though the supplier told nothing new of them. */
@ApplicationScoped
public class Wishes {
    private final SupplierOrders orders;
    private final Clock clock;

    Wishes(SupplierOrders orders, Clock clock) {
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
}
