package dev.syncline.purchasing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A purchase order of the book.
 *
 * @param autoSync whether it follows its supplier, by its own switch or its vendor's
 * @param ownSwitch null where it goes by its vendor's
 * @param lastCheckedAt when the supplier was last asked for it, by its number or for all that is new; null for never
 * @param erp as the ERP had it when it was last read; empty where it was not
 * @param synced as it was brought in step last; empty where it never was
 */
public record OrderRow(
        String vendor,
        String number,
        boolean autoSync,
        Boolean ownSwitch,
        boolean isOpen,
        boolean isStale,
        Instant lastSyncedAt,
        Instant lastCheckedAt,
        Instant supplierNotifiedAt,
        Map<String, Object> erp,
        Map<String, Object> synced) {

    /** Header and lines: what was brought in step, and where that says nothing, what the ERP had. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>(erp);
        fields.putAll(synced);
        fields.put(ErpOrder.LINES, Fields.merged(Fields.lines(erp), Fields.lines(synced)));
        return fields;
    }

    /**
     * The fields that the supplier fills, those of lines as {@code lines.<field>}; none where it does not follow. The currency
     * is not one of them: it is the buyer's to set.
     */
    public List<String> lockedFields() {
        if (!autoSync) {
            return List.of();
        }
        List<String> locked = new ArrayList<>(Conflicts.HEADER);
        locked.remove(OrderCurrency.FIELD);
        Conflicts.LINE.forEach(field -> locked.add("lines." + field));
        return locked;
    }
}
