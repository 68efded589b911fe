package dev.syncline.console.orders;

import dev.syncline.api.orders.PurchaseOrderView;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.When;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Says how far orders are in step with their suppliers. */
@ApplicationScoped
class SyncedTexts {
    private final Frames frames;

    SyncedTexts(Frames frames) {
        this.frames = frames;
    }

    Synced of(PurchaseOrderView order) {
        return new Synced(
                frames.when(order.lastSyncedAt()),
                order.stale(),
                order.supplierNotifiedAt() == null ? "" : tip(order),
                asked(order.lastCheckedAt(), order.lastSyncedAt()));
    }

    private String tip(PurchaseOrderView order) {
        When notified = frames.when(order.supplierNotifiedAt());
        String supplier = order.supplier() == null ? "The supplier" : "Supplier " + order.supplier();
        String told = supplier + " sent a notification " + notified.relative() + ", at " + notified.exact() + ".";
        return order.stale() ? told + " The order was not synced since." : told;
    }

    private String asked(Instant checked, Instant synced) {
        if (checked == null) {
            return "never asked about";
        }
        return synced != null && !checked.isAfter(synced)
                ? ""
                : "asked " + frames.when(checked).relative() + ", no news";
    }
}
