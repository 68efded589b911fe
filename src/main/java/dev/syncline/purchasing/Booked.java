package dev.syncline.purchasing;

import java.util.Map;

/**
 * What the order book knows of an order before it is settled.
 *
 * @param autoSync whether it is to follow its supplier
 * @param isInBook whether it is there: the ERP had it once
 * @param synced as it was brought in step last; null where it never was
 * @param intent what was about to be written of it and is not recorded; null for nothing
 */
record Booked(boolean autoSync, boolean isInBook, Map<String, Object> synced, Intent intent) {
    /** As Syncline wrote it last, recorded or not; null where it never did. */
    Map<String, Object> inStep(ErpOrder erp) {
        Map<String, Object> unrecorded = intent == null ? null : intent.written(erp);
        return unrecorded != null ? unrecorded : synced;
    }
}
