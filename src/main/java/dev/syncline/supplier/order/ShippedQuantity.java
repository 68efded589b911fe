package dev.syncline.supplier.order;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The shipped quantity of a line, by shipments, and by documents that count from the order's beginning. */
final class ShippedQuantity {
    private final Map<String, BigDecimal> shipments = new LinkedHashMap<>();
    /** By the last document that counts from the order's beginning; null if there was none. */
    private BigDecimal total;

    /** Sets the quantity from the order's beginning, which includes all earlier shipments. */
    void setTotal(BigDecimal quantity) {
        shipments.clear();
        total = quantity;
    }

    /** Adds to the quantity from the order's beginning. */
    void addToTotal(BigDecimal quantity) {
        setTotal(total == null ? quantity : total.add(quantity));
    }

    /** @param shipment tells the document from other shipments of the order */
    void add(String shipment, BigDecimal quantity) {
        shipments.merge(shipment, quantity, BigDecimal::add);
    }

    /** Forgets the quantity of a shipment, if it has one. */
    void forget(String shipment) {
        shipments.replace(shipment, BigDecimal.ZERO);
    }

    /** Sets the quantity of a shipment to 0. */
    void revoke(String shipment) {
        shipments.put(shipment, BigDecimal.ZERO);
    }

    /** Returns the shipped quantity; null if unknown. */
    BigDecimal quantity() {
        return shipments.values().stream().reduce(total, (sum, quantity) -> sum == null ? quantity : sum.add(quantity));
    }
}
