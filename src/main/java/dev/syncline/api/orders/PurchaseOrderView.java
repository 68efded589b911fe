package dev.syncline.api.orders;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.syncline.api.notices.NoticeView;
import dev.syncline.purchasing.OrderRow;
import dev.syncline.secret.MaskedJson;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A purchase order as the API shows it.
 *
 * @param supplier the system of its vendor; null if none is connected
 * @param autoSync whether it follows its supplier
 * @param ownSwitch whether that is set for this order; otherwise it is its vendor's switch
 * @param lastSyncedAt when it last agreed with its supplier, or was made to; null for never
 * @param lastCheckedAt when the supplier was last asked about it, by its number or for all new documents; null for
 *     never. If there was nothing new, {@code lastSyncedAt} stays as it was
 * @param supplierNotifiedAt when the supplier last sent a notification about it; null for never
 * @param stale whether that was after {@code lastSyncedAt}
 * @param lockedFields the fields that the supplier fills; those of lines as {@code lines.<field>}
 * @param notices the newest open notices of each of its supplier's routes; at most 100, in lists 10
 * @param fields header and lines: number, status, supplierOrderNo, expectedOn, tracking, lines ...
 */
@RegisterForReflection
public record PurchaseOrderView(
        String vendor,
        String number,
        String supplier,
        boolean open,
        boolean autoSync,
        boolean ownSwitch,
        Instant lastSyncedAt,
        Instant lastCheckedAt,
        Instant supplierNotifiedAt,
        boolean stale,
        List<String> lockedFields,
        List<NoticeView> notices,
        @JsonAnyGetter Map<String, Object> fields) {

    private static final List<String> SHOWN_APART = List.of("vendor", "number", "version", "isOpen", "products");

    static PurchaseOrderView of(OrderRow row, String supplier, List<NoticeView> notices) {
        Map<String, Object> fields = new LinkedHashMap<>(row.fields());
        SHOWN_APART.forEach(fields::remove);
        return new PurchaseOrderView(
                row.vendor(),
                row.number(),
                supplier,
                row.isOpen(),
                row.autoSync(),
                row.ownSwitch() != null,
                row.lastSyncedAt(),
                row.lastCheckedAt(),
                row.supplierNotifiedAt(),
                row.isStale(),
                row.lockedFields(),
                notices,
                MaskedJson.of(fields));
    }
}
