package dev.syncline.supplier.inbox;

import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Makes what documents say, with as little as a test needs. */
public final class Docs {
    private Docs() {}

    public static SupplierOrder order(Kind kind, String number, String at, Status status, Line... lines) {
        return order(kind, number, at, status, false, lines);
    }

    public static SupplierOrder whole(Kind kind, String number, String at, Status status) {
        return order(kind, number, at, status, true);
    }

    private static SupplierOrder order(
            Kind kind, String number, String at, Status status, boolean wholeOrder, Line... lines) {
        return new SupplierOrder(
                kind,
                number,
                Instant.parse(at + "T00:00:00Z"),
                null,
                "PO-1",
                "SO-1",
                null,
                status,
                wholeOrder,
                "EUR",
                null,
                List.of(),
                List.of(lines),
                null);
    }

    public static Line line(
            String id,
            String item,
            Status status,
            String ordered,
            String confirmed,
            String shipped,
            boolean cumulative,
            String backOrdered,
            String cancelled,
            String expectedOn) {
        return new Line(
                id,
                null,
                item,
                null,
                null,
                null,
                status,
                number(ordered),
                number(confirmed),
                number(shipped),
                cumulative,
                number(backOrdered),
                number(cancelled),
                "EA",
                null,
                expectedOn == null ? null : LocalDate.parse(expectedOn),
                List.of(),
                null,
                null);
    }

    public static Line answered(String id, Status status, String confirmed, String backOrdered) {
        return line(id, null, status, null, confirmed, null, false, backOrdered, null, null);
    }

    public static Line shipped(String id, String quantity) {
        return line(id, null, Status.SHIPPED, null, null, quantity, false, null, null, null);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
