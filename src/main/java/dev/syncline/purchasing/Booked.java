package dev.syncline.purchasing;

import java.util.Map;

/**
 * What the order book holds of an order before a settlement.
 *
 * @param autoSync whether it follows its supplier
 * @param isInBook whether the order book has it, as the ERP had it once
 * @param synced the order as last synced; null if it never was
 * @param intent the order that was about to be written, and whose outcome is not recorded; null if there is none
 */
record Booked(boolean autoSync, boolean isInBook, Map<String, Object> synced, Intent intent) {
    /** Returns the order as Syncline last wrote it, recorded or not; null if it never did. */
    Map<String, Object> inStep(ErpOrder erp) {
        Map<String, Object> unrecorded = intent == null ? null : intent.written(erp);
        return unrecorded != null ? unrecorded : synced;
    }
}
