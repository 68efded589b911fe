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
 * The extension for purchase orders: turns documents of a supplier into orders for the ERP, stores intents before they
 * are written, and updates the order book in the transaction that records the page.
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

    /** Returns true, as an order is the ERP's order with the supplier's changes. */
    @Override
    public boolean dependsOnTarget() {
        return true;
    }

    @Override
    public boolean preparesWholeRecords() {
        return true;
    }
}
