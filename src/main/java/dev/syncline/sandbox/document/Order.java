package dev.syncline.sandbox.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * An order as the supplier has it.
 *
 * @param number the buyer's; null for an order that was placed at the supplier directly
 * @param expectedOn the last date for all its lines
 * @param tracking of all its parcels
 * @param revision counts its changes
 */
public record Order(
        String number,
        String supplierNumber,
        String currency,
        LocalDate orderedOn,
        LocalDate expectedOn,
        List<String> tracking,
        int revision,
        Instant updatedAt,
        List<OrderLine> lines) {

    /** Returns the lowest status of its lines; cancelled lines count if there are no others. */
    public OrderLine.Status status() {
        List<OrderLine.Status> live = lines.stream()
                .map(OrderLine::status)
                .filter(status -> status != OrderLine.Status.CANCELLED)
                .toList();
        if (live.isEmpty()) {
            return OrderLine.Status.CANCELLED;
        }
        if (Set.copyOf(live).size() == 1) {
            return live.get(0);
        }
        for (OrderLine.Status status : List.of(
                OrderLine.Status.BACKORDERED,
                OrderLine.Status.OPEN,
                OrderLine.Status.CHANGED,
                OrderLine.Status.CONFIRMED)) {
            if (live.contains(status)) {
                return status;
            }
        }
        return OrderLine.Status.SHIPPED;
    }

    /** Returns the buyer's number, or the supplier's if the buyer does not know the order. */
    public String reference() {
        return number == null ? supplierNumber : number;
    }

    public OrderLine line(int number) {
        return lines.stream().filter(line -> line.line() == number).findFirst().orElse(null);
    }
}
