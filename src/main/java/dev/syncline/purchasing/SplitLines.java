package dev.syncline.purchasing;

import dev.syncline.supplier.order.OrderState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Combines lines of a supplier that are parts of one line of the ERP. */
final class SplitLines {
    private SplitLines() {}

    /**
     * Leaves out the ordered quantity, as it is unknown whether the parts give the whole or their own; the ERP has it.
     */
    static OrderState.Line together(OrderState.Line one, OrderState.Line other) {
        return new OrderState.Line(
                one.line(),
                one.supplierLine(),
                one.item(),
                one.supplierItem(),
                one.gtin(),
                one.description(),
                one.status() == null ? other.status() : one.status(),
                null,
                sum(one.confirmed(), other.confirmed()),
                sum(one.shipped(), other.shipped()),
                sum(one.backOrdered(), other.backOrdered()),
                sum(one.cancelled(), other.cancelled()),
                one.unit(),
                one.unitCost(),
                later(one.expectedOn(), other.expectedOn()),
                Stream.of(one.tracking(), other.tracking())
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                null,
                one.currency());
    }

    private static BigDecimal sum(BigDecimal one, BigDecimal other) {
        return one == null ? other : other == null ? one : one.add(other);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
