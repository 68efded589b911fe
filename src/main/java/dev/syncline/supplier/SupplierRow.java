package dev.syncline.supplier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An order of a supplier as it is handed on, or a document that cannot be read.
 *
 * @param state JSON of an {@link OrderState}; null for a document
 * @param fault why the document cannot be read; null for one that was mended
 * @param content the document's beginning; null for an order
 */
record SupplierRow(String key, Instant changedAt, String state, String fault, String content) {
    private static final int MOST_SHOWN = 20_000;

    static SupplierRow order(String key, Instant changedAt, String state) {
        return new SupplierRow(key, changedAt, state, null, null);
    }

    static SupplierRow fault(String key, Instant changedAt, String fault, byte[] content) {
        int length = Math.min(content.length, MOST_SHOWN);
        return new SupplierRow(
                key, changedAt, null, fault, Keyed.text(new String(content, 0, length, StandardCharsets.UTF_8)));
    }
}
