package dev.syncline.purchasing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A purchase order of the order book.
 *
 * @param autoSync whether it follows its supplier, by its own switch or its vendor's
 * @param ownSwitch its own switch; null if its vendor's applies
 * @param lastCheckedAt when the supplier was last asked about it, by its number or for all new documents; null for
 *     never
 * @param erp the order as last read from the ERP; empty if it was not read
 * @param synced the order as last synced; empty if it never was
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

    /** Returns header and lines: the synced values, and those of the ERP for fields without one. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>(erp);
        fields.putAll(synced);
        fields.put(ErpOrder.LINES, OrderFields.merged(OrderFields.lines(erp), OrderFields.lines(synced)));
        return fields;
    }

    /**
     * Returns the fields that the supplier fills, those of lines as {@code lines.<field>}; none if the order does not
     * follow its supplier. The currency is not one of them, as the buyer sets it.
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
