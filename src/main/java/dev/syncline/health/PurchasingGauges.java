package dev.syncline.health;

import dev.syncline.purchasing.OrderQueries;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.jboss.logging.Logger;

/** Gauges of purchase orders whose suppliers sent a notification after they were last synced. */
@ApplicationScoped
class PurchasingGauges {
    private static final Logger LOG = Logger.getLogger(PurchasingGauges.class);

    private final Suppliers suppliers;
    private final OrderQueries orders;
    private final MeterRegistry meters;

    PurchasingGauges(Suppliers suppliers, OrderQueries orders, MeterRegistry meters) {
        this.suppliers = suppliers;
        this.orders = orders;
        this.meters = meters;
    }

    void start(@Observes CamelContextStartedEvent event) {
        for (Supplier supplier : suppliers.all().values()) {
            Gauge.builder("syncline.purchase.orders.stale", supplier, this::stale)
                    .description("Purchase orders whose supplier sent a notification after they were last synced")
                    .tag("supplier", supplier.system())
                    .register(meters);
        }
    }

    /** Returns NaN if the hub does not answer. */
    private double stale(Supplier supplier) {
        try {
            return orders.stale(supplier.vendor());
        } catch (SQLException | RuntimeException e) {
            LOG.debugf(e, "The stale orders of %s could not be counted", supplier.system());
            return Double.NaN;
        }
    }
}
