package dev.syncline.purchasing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.order.OrderState;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which line of the ERP a line of the supplier's is, and what somebody edited there. */
class SettlementTest {
    @Test
    void aLineKnownByItsIdKeepsItThoughAnotherOfItsItemComesFirst() {
        OrderState state =
                state(null, said("2", "A", Status.ACCEPTED, "5", null), said("1", "A", Status.ACCEPTED, "10", null));

        assertEquals(List.of("2 5 A", "1 10 A"), lines(state, null, erp("OPEN", line(1, "A", 10)), "A"));
        assertEquals(
                List.of("2 7 A", "1 3 A"),
                lines(
                        state(
                                null,
                                said(null, "A", Status.ACCEPTED, "7", null),
                                said("1", "A", Status.ACCEPTED, "3", null)),
                        null,
                        erp("OPEN", line(1, "A", 10), line(2, "A", 5)),
                        null));
    }

    @Test
    void linesThatSayTheirItemAloneArePartsOfTheOneLineOfIt() {
        OrderState state = state(
                null, said(null, "A", Status.ACCEPTED, "6", null), said(null, "A", Status.BACK_ORDERED, "4", null));

        assertEquals(List.of("1 10 A"), lines(state, null, erp("OPEN", line(1, "A", 10)), "A"));
        assertEquals(
                List.of("1 6 A", "2 4 A"), lines(state, null, erp("OPEN", line(1, "A", 6), line(2, "A", 4)), null));
    }

    @Test
    void aLineThatTheSupplierNeverHadIsNotCancelledThoughItWasSentAlong() {
        OrderState state = new OrderState(
                "PO-1",
                "S-1",
                null,
                null,
                false,
                true,
                null,
                null,
                List.of(),
                List.of(said("1", "A", Status.ACCEPTED, "10", null)),
                List.of(),
                false);
        ErpOrder erp = erp("OPEN", line(1, "A", 10), line(2, "B", 5));
        Settlement settlement = new Settlement(state, erp, null);
        Map<String, Object> sent = settlement.whole(settlement.fields("PO-1", "V-1", pair -> null));
        assertEquals(2, OrderFields.lines(sent).size());

        assertEquals(List.of("1 10 A"), lines(state, sent, erp, null));
    }

    @Test
    void anOrderThatWasCancelledHalfWayIsNotHidden() {
        OrderState state = state(
                Status.CANCELLED,
                said("1", "A", Status.CANCELLED, null, "4"),
                said("2", "B", Status.CANCELLED, null, null));

        Map<String, Object> fields = fields(state, null, erp("CONFIRMED", line(1, "A", 10), line(2, "B", 5)), null);

        assertEquals(false, fields.get("isHidden"), "4 of the first line will arrive");
        assertEquals("SHIPPED", fields.get("status"));
        assertEquals(
                true,
                fields(
                                state(Status.CANCELLED, said("1", "A", Status.CANCELLED, null, null)),
                                null,
                                erp("CONFIRMED", line(1, "A", 10)),
                                null)
                        .get("isHidden"));
    }

    @Test
    void aPriceThatTheErpKeepsWithFewerDecimalsIsNoEdit() {
        Map<String, Object> synced = priced("1.23456789");

        assertEquals(Optional.empty(), conflict(synced, "1.234568", priced("1.23456789")));
        assertEquals(Optional.empty(), conflict(synced, "1.23", priced("2.5")));
        assertEquals(Optional.empty(), conflict(priced("1.4999999"), "1.5", priced("2.5")));
        assertTrue(
                conflict(synced, "1.24", priced("2.5")).orElseThrow().contains("unitCost is '1.24' there and '2.5'"));
        assertTrue(conflict(priced("9.6"), "10", priced("2.5")).isPresent(), "that is somebody's doing");
    }

    @Test
    void aLineThatSomebodyTookOutDoesNotComeBackByItself() {
        ErpOrder before = erp("CONFIRMED", line(1, "A", 10), line(2, "B", 5));
        OrderState state =
                state(null, said("1", "A", Status.ACCEPTED, "10", null), said("2", "B", Status.ACCEPTED, "5", null));
        Map<String, Object> synced = fields(state, null, before, null);
        ErpOrder now = erp("CONFIRMED", line(1, "A", 10));
        now.lines().get(0).putAll(OrderFields.line(synced, 1));

        String conflict = Conflicts.between(now, synced, List.of(), fields(state, synced, now, "B"))
                .orElseThrow();

        assertTrue(conflict.contains("line 2 (B) is not there any more"), conflict);
    }

    @Test
    void anOrderThatTheBuyerCancelledBeforeItWasFirstInStepStaysSo() {
        ErpOrder erp = erp("CANCELLED", line(1, "A", 10));
        OrderState state = state(null, said("1", "A", Status.ACCEPTED, "10", null));

        assertTrue(Conflicts.between(erp, null, List.of(), fields(state, null, erp, null))
                .orElseThrow()
                .contains("status is 'CANCELLED' there and 'CONFIRMED' at the supplier"));
    }

    @Test
    void aPlacedOrderSaysWhichItemsItWaitsFor() {
        Supplier supplier =
                new Supplier("fjord", "V-1", "x12", "", "", "", "", "", "", 1, "", "", "", false, "", "", "");

        String reason = PurchaseOrders.nothingKnown(supplier, "fjord-S-1", List.of("X-1", "X-2"));

        assertTrue(reason.contains("knows none of its items: X-1, X-2. No catalog is mapped"), reason);
    }

    private static Optional<String> conflict(Map<String, Object> synced, String there, Map<String, Object> wanted) {
        Map<String, Object> line = line(1, "A", 10);
        line.put("unitCost", new BigDecimal(there));
        return Conflicts.between(erp("CONFIRMED", line), synced, List.of(), wanted);
    }

    private static Map<String, Object> priced(String unitCost) {
        return Map.of("lines", List.of(Map.of("line", 1, "item", "A", "unitCost", new BigDecimal(unitCost))));
    }

    private static List<String> lines(OrderState state, Map<String, Object> synced, ErpOrder erp, String known) {
        return OrderFields.lines(fields(state, synced, erp, known)).stream()
                .map(line -> line.get("line") + " " + line.get("confirmed") + " " + line.get("item"))
                .toList();
    }

    private static Map<String, Object> fields(
            OrderState state, Map<String, Object> synced, ErpOrder erp, String known) {
        return new Settlement(state, erp, synced)
                .fields("PO-1", "V-1", pair -> known == null ? null : new Item(known, null));
    }

    private static OrderState state(Status status, OrderState.Line... lines) {
        return new OrderState(
                "PO-1",
                "S-1",
                status,
                null,
                false,
                false,
                null,
                null,
                List.of(),
                Arrays.asList(lines),
                List.of(),
                false);
    }

    @Test
    void numbersThatDoNotGoTogetherAreToldInWordsOfTheTrade() {
        assertEquals(
                List.of(
                        "The supplier confirms 15 of line 1 (A), and 10 were ordered. Ask the supplier how many it delivers"),
                warnings(said("1", "A", Status.ACCEPTED, "15", null), line(1, "A", 10)));
        assertEquals(
                List.of(
                        "The supplier shipped 12 of line 1 (A), and 10 were ordered. Settle with the supplier what becomes of"
                                + " the rest"),
                warnings(said("1", "A", Status.SHIPPED, null, "12"), line(1, "A", 10)));
        assertEquals(List.of(), warnings(said("1", "A", Status.SHIPPED, "10", "10.00"), line(1, "A", 10)));
    }

    @Test
    void unitsThatDifferFromTheErpsAreTold() {
        OrderState.Line inCartons = inUnit("CT");
        Map<String, Object> inPieces = line(1, "A", 10);
        inPieces.put("unit", "pcs");

        assertEquals(
                List.of(
                        "The order has line 1 (A) in pcs, and the supplier in CT. The numbers are taken as they are: check the"
                                + " quantities with the supplier"),
                warnings(inCartons, inPieces));
        assertEquals(List.of(), warnings(inUnit("EA"), inPieces));
    }

    /** 10 of NEW in place of line 1, which the supplier gives up as a line of its own, or names by line 1's id. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anArticleInPlaceOfAnotherIsOnTheOrderOnce(boolean byId) {
        OrderState.Line other = new OrderState.Line(
                byId ? "1" : null,
                null,
                null,
                "NEW",
                null,
                "Better",
                Status.ACCEPTED,
                BigDecimal.TEN,
                BigDecimal.TEN,
                null,
                null,
                null,
                "EA",
                null,
                null,
                List.of(),
                "1");
        OrderState state = byId ? state(null, other) : state(null, closed(), other);
        Map<String, Object> ordered = line(1, "A", 10);
        ordered.put("supplierItem", "OLD");

        Settlement first = new Settlement(state, erp("OPEN", ordered), null);
        assertEquals(
                List.of(other), first.unknown().stream().map(LinePair::said).toList());
        Map<String, Object> fields = first.fields("PO-1", "V-1", pair -> new Item("B", null));
        assertEquals(List.of("1 0 A CANCELLED", "2 10 B CONFIRMED"), told(fields));
        assertEquals("1", OrderFields.lines(fields).get(byId ? 1 : 1).get("insteadOf"));

        // As the ERP has it then: nothing is added once more.
        Settlement again =
                new Settlement(state, erp("OPEN", OrderFields.lines(fields).toArray(Map[]::new)), fields);
        assertEquals(List.of(), again.unknown());
        assertEquals(told(fields), told(again.fields("PO-1", "V-1", pair -> null)));

        // The supplier's number of the line's own article, or none in the ERP to compare it with: that is no other.
        Map<String, Object> same = line(1, "A", 10);
        same.put("supplierItem", "NEW");
        if (byId) {
            Settlement own = new Settlement(state, erp("OPEN", same), null);
            assertEquals(List.of("1 10 A CONFIRMED"), told(own.fields("PO-1", "V-1", pair -> null)));

            // An id that the ERP's order does not have is that of a line which the supplier adds.
            Settlement added = new Settlement(state, erp("OPEN", line(7, "A", 10)), null);
            Map<String, Object> both = added.fields("PO-1", "V-1", pair -> new Item("B", null));
            assertEquals(List.of("8 10 B CONFIRMED"), told(both));
            assertEquals(null, OrderFields.lines(both).get(0).get("insteadOf"));
            Map<String, Object> there = OrderFields.lines(both).get(0);
            Settlement later = new Settlement(state, erp("OPEN", line(7, "A", 10), there), both);
            assertEquals(
                    null,
                    OrderFields.lines(later.fields("PO-1", "V-1", pair -> null))
                            .get(0)
                            .get("insteadOf"));
        }
    }

    private static OrderState.Line closed() {
        return new OrderState.Line(
                "1",
                null,
                null,
                "OLD",
                null,
                null,
                Status.RECEIVED,
                BigDecimal.TEN,
                null,
                null,
                null,
                BigDecimal.TEN,
                "EA",
                null,
                null,
                List.of(),
                null);
    }

    private static List<String> told(Map<String, Object> fields) {
        return OrderFields.lines(fields).stream()
                .map(line ->
                        line.get("line") + " " + (Boolean.TRUE.equals(line.get("isHidden")) ? 0 : line.get("ordered"))
                                + " " + line.get("item") + " " + line.get("status"))
                .toList();
    }

    private static OrderState.Line inUnit(String unit) {
        return new OrderState.Line(
                "1",
                null,
                "A",
                null,
                null,
                null,
                Status.ACCEPTED,
                null,
                BigDecimal.TEN,
                null,
                null,
                null,
                unit,
                null,
                null,
                List.of(),
                null);
    }

    private static Object warnings(OrderState.Line said, Map<String, Object> erp) {
        return new Settlement(state(null, said), erp("OPEN", erp), null)
                .fields("PO-1", "V-1", pair -> null)
                .get("warnings");
    }

    private static OrderState.Line said(String id, String item, Status status, String confirmed, String shipped) {
        return new OrderState.Line(
                id,
                null,
                item,
                null,
                null,
                null,
                status,
                null,
                confirmed == null ? null : new BigDecimal(confirmed),
                shipped == null ? null : new BigDecimal(shipped),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    @SafeVarargs
    private static ErpOrder erp(String status, Map<String, Object>... lines) {
        return ErpOrder.of(new LinkedHashMap<>(Map.of("status", status, "version", "1", "lines", List.of(lines))));
    }

    private static Map<String, Object> line(int number, String item, int ordered) {
        return new LinkedHashMap<>(Map.of("line", number, "item", item, "ordered", ordered));
    }
}
