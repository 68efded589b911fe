package dev.syncline.purchasing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.supplier.order.OrderState;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    /** What the supplier says of a line of which the ERP ordered 10, and what follows. */
    @ParameterizedTest
    @CsvSource({
        // said      ordered confirmed shipped backOrd. cancelled -> conf. ship. back canc. status
        "ACCEPTED,        ,       ,       ,       ,       ,   10,     ,     ,     , CONFIRMED",
        "ACCEPTED,        ,      8,       ,      2,       ,    8,     ,    2,     , CONFIRMED",
        "CHANGED,       12,       ,       ,       ,       ,   12,     ,     ,     , CONFIRMED",
        "ACCEPTED,        ,      8,      8,      2,       ,    8,    8,    2,     , PARTLY_SHIPPED",
        "ACCEPTED,        ,      8,     10,      2,       ,    8,   10,    0,     , SHIPPED",
        "BACK_ORDERED,    ,       ,       ,       ,       ,    0,     ,   10,     , BACK_ORDERED",
        "BACK_ORDERED,    ,      4,       ,       ,       ,    4,     ,    6,     , CONFIRMED",
        "BACK_ORDERED,  10,       ,       ,      0,       ,    0,     ,   10,     , BACK_ORDERED",
        "BACK_ORDERED, 200,       ,       ,    150,       ,    0,     ,  150,     , BACK_ORDERED",
        "BACK_ORDERED, 200,     50,       ,    150,       ,   50,     ,  150,     , CONFIRMED",
        "REJECTED,        ,       ,       ,       ,       ,    0,     ,     ,   10, REJECTED",
        "CANCELLED,       ,       ,       ,       ,       ,    0,     ,     ,   10, CANCELLED",
        "CANCELLED,       ,       ,      4,       ,       ,    4,    4,     ,    6, SHIPPED",
        "ACCEPTED,        ,      7,       ,       ,      3,    7,     ,     ,    3, CONFIRMED",
        "CHANGED,        0,       ,       ,       ,       ,    0,     ,     ,     , CANCELLED",
        "SHIPPED,         ,       ,       ,       ,       ,   10,   10,     ,     , SHIPPED",
        "RECEIVED,        ,       ,       ,       ,       ,     ,     ,     ,     , RECEIVED",
        "        ,        ,       ,      3,       ,       ,     ,    3,     ,     , PARTLY_SHIPPED",
    })
    void followFromWhatWasSaid(
            Status said,
            BigDecimal ordered,
            BigDecimal confirmed,
            BigDecimal shipped,
            BigDecimal backOrdered,
            BigDecimal cancelled,
            BigDecimal isConfirmed,
            BigDecimal isShipped,
            BigDecimal isBackOrdered,
            BigDecimal isCancelled,
            LineStatus status) {
        OrderState.Line line = new OrderState.Line(
                "1",
                null,
                null,
                null,
                null,
                null,
                said,
                ordered,
                confirmed,
                shipped,
                backOrdered,
                cancelled,
                null,
                null,
                null,
                List.of(),
                null);

        Quantities quantities = Quantities.of(line, BigDecimal.TEN, false);

        assertEquals(isConfirmed, quantities.confirmed(), "confirmed");
        assertEquals(isShipped, quantities.shipped(), "shipped");
        assertEquals(isBackOrdered, quantities.backOrdered(), "back-ordered");
        assertEquals(isCancelled, quantities.cancelled(), "cancelled");
        assertEquals(status, quantities.status());
    }
}
