package dev.syncline.purchasing;

import dev.syncline.extension.PageExtension;
import dev.syncline.extension.PageRecord;
import dev.syncline.extension.RecordedPage;
import dev.syncline.page.Page;
import dev.syncline.page.RunContext;
import dev.syncline.route.Catalog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Purchase orders: what a supplier says becomes what the ERP's order is to be, is remembered before it is written, and kept in
 * the order book with the page that records it.
 */
@ApplicationScoped
@Named("purchase-orders")
class PurchaseOrderExtension implements PageExtension {
    private final PurchaseOrders orders;
    private final OrderIntents intents;
    private final OrderBookUpdater book;
    private final Catalog catalog;

    PurchaseOrderExtension(PurchaseOrders orders, OrderIntents intents, OrderBookUpdater book, Catalog catalog) {
        this.orders = orders;
        this.intents = intents;
        this.book = book;
        this.catalog = catalog;
    }

    @Override
    public Page prepare(Page page, RunContext run) throws Exception {
        String products = catalog.parametersOf(run.route().through()).getOrDefault("products", "");
        return orders.prepare(page, run, products);
    }

    @Override
    public void beforeSending(RunContext run, List<PageRecord> records) throws SQLException {
        intents.remember(run, records);
    }

    @Override
    public void recorded(Connection hub, RecordedPage page) throws SQLException {
        book.update(hub, page);
    }

    /** An order is what the ERP has of it, changed by what the supplier says. */
    @Override
    public boolean dependsOnTarget() {
        return true;
    }

    @Override
    public boolean preparesWholeRecords() {
        return true;
    }
}
