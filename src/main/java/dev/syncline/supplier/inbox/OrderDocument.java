package dev.syncline.supplier.inbox;

import java.time.Instant;
import java.util.List;

/**
 * A document of a supplier that is about an order.
 *
 * @param id its number in the hub
 * @param type as the standard calls it; null if it cannot be read
 * @param said what it says of the order; empty if it cannot be read
 * @param fault why it cannot be read; null if it can
 * @param content null if it was purged for its age
 */
public record OrderDocument(
        long id,
        String type,
        Instant receivedAt,
        List<Said> said,
        List<String> warnings,
        String fault,
        Content content) {
    /**
     * A statement of the document.
     *
     * @param kind CONFIRMATION, SHIPMENT ...
     * @param number the document's own; null if it has none
     * @param at the document's own date; null if it has none
     */
    public record Said(String kind, String number, Instant at) {}

    /**
     * A document as it came, without secrets, or a part of it.
     *
     * @param from how many bytes of the document are before the part
     * @param size of the whole document in bytes
     * @param isWhole whether the part is all of it
     */
    public record Content(String text, long from, long size, boolean isWhole) {}
}
