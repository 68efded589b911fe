package dev.syncline.supplier.order;

import static dev.syncline.supplier.inbox.Docs.answered;
import static dev.syncline.supplier.inbox.Docs.line;
import static dev.syncline.supplier.inbox.Docs.order;
import static dev.syncline.supplier.inbox.Docs.shipped;
import static dev.syncline.supplier.inbox.Docs.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderFoldTest {
    private static final SupplierOrder CONFIRMED = order(
            Kind.CONFIRMATION,
            "C1",
            "2026-11-01",
            Status.CHANGED,
            answered("1", Status.ACCEPTED, "10", null),
            answered("2", Status.CHANGED, "3", "2"));
    private static final SupplierOrder FIRST_PARCEL =
            order(Kind.SHIPMENT, "S1", "2026-11-03", Status.SHIPPED, shipped("1", "4"));
    private static final SupplierOrder SECOND_PARCEL =
            order(Kind.SHIPMENT, "S2", "2026-11-05", Status.SHIPPED, shipped("0001", "6"), shipped("2", "3"));

    @Test
    void laterWordsWin() {
        SupplierOrder later = order(
                Kind.CHANGE,
                "D1",
                "2026-11-02",
                Status.CHANGED,
                line("1", null, Status.CHANGED, "12", "12", null, false, null, null, "2026-12-24"));

        OrderState.Line line = fold(CONFIRMED, later).lines().get(0);

        assertEquals(new BigDecimal("12"), line.ordered());
        assertEquals(new BigDecimal("12"), line.confirmed());
        assertEquals(LocalDate.of(2026, 12, 24), line.expectedOn());
        assertEquals(new BigDecimal("3"), fold(CONFIRMED, later).lines().get(1).confirmed(), "not named, as it was");
    }

    @Test
    void anOlderDocumentThatComesLaterSetsNothingBack() {
        SupplierOrder later =
                order(Kind.CONFIRMATION, "C2", "2026-11-02", null, answered("1", Status.ACCEPTED, "7", null));

        assertEquals(fold(CONFIRMED, later), fold(later, CONFIRMED));
        assertEquals(new BigDecimal("7"), fold(later, CONFIRMED).lines().get(0).confirmed());
    }

    @Test
    void ofOneDateTheHigherNumberIsTheLater() {
        SupplierOrder ninth = order(Kind.CHANGE, "9", "2026-11-02", null, answered("1", Status.CHANGED, "9", null));
        SupplierOrder tenth = order(Kind.CHANGE, "10", "2026-11-02", null, answered("1", Status.CHANGED, "8", null));

        assertEquals(new BigDecimal("8"), fold(tenth, ninth).lines().get(0).confirmed());
    }

    @Test
    void shipmentsAddUpAndARepeatedOneDoesNot() {
        OrderState state = fold(CONFIRMED, FIRST_PARCEL, SECOND_PARCEL, FIRST_PARCEL);

        assertEquals(new BigDecimal("10"), state.lines().get(0).shipped(), "line 0001 is line 1");
        assertEquals(new BigDecimal("3"), state.lines().get(1).shipped());
    }

    @Test
    void aShipmentThatIsCorrectedIsCountedOnce() {
        SupplierOrder corrected = order(Kind.SHIPMENT, "S1", "2026-11-04", Status.SHIPPED, shipped("1", "5"));

        assertEquals(
                new BigDecimal("5"),
                fold(FIRST_PARCEL, corrected).lines().get(0).shipped());
    }

    @Test
    void cumulativeQuantitiesAreTakenAsTheyAre() {
        SupplierOrder soFar = order(
                Kind.SHIPMENT,
                "S3",
                "2026-11-06",
                Status.SHIPPED,
                line("1", null, Status.SHIPPED, null, null, "10", true, null, null, null));

        assertEquals(
                new BigDecimal("10"), fold(FIRST_PARCEL, soFar).lines().get(0).shipped());
    }

    @Test
    void aLineThatADocumentNamesTwiceIsPromisedInParts() {
        OrderState.Line line = fold(order(
                        Kind.CONFIRMATION,
                        "C1",
                        "2026-11-01",
                        null,
                        line("1", null, Status.ACCEPTED, "10", "6", null, false, null, null, "2026-12-01"),
                        line("1", null, Status.BACK_ORDERED, "10", null, null, false, "4", null, "2026-12-24")))
                .lines()
                .get(0);

        assertEquals(new BigDecimal("6"), line.confirmed());
        assertEquals(new BigDecimal("4"), line.backOrdered());
        assertEquals(LocalDate.of(2026, 12, 24), line.expectedOn(), "when all of it is there");
        assertEquals(Status.ACCEPTED, line.status());
    }

    /** JSON, quantities of a snapshot: a line that is listed twice adds up, as one of a confirmation does. */
    @Test
    void aLineThatASnapshotListsTwiceAddsUp() {
        OrderState.Line line = fold(order(
                        Kind.SNAPSHOT,
                        null,
                        "2026-11-01",
                        null,
                        line("1", null, Status.ACCEPTED, "6", "6", "2", true, null, null, null),
                        line("1", null, Status.BACK_ORDERED, "4", null, "1", true, "4", null, "2026-12-24")))
                .lines()
                .get(0);

        assertEquals(new BigDecimal("10"), line.ordered());
        assertEquals(new BigDecimal("6"), line.confirmed());
        assertEquals(new BigDecimal("3"), line.shipped());
        assertEquals(new BigDecimal("4"), line.backOrdered());
    }

    @Test
    void whatIsNotNamedAmongExceptionsIsAccepted() {
        SupplierOrder except = new SupplierOrder(
                Kind.CONFIRMATION,
                "C1",
                Instant.EPOCH,
                null,
                "PO-1",
                null,
                null,
                Status.CHANGED,
                true,
                null,
                null,
                List.of(),
                List.of(answered("2", Status.REJECTED, null, null)),
                null);

        assertEquals(Status.ACCEPTED, fold(except).others());
        assertEquals(Status.REJECTED, fold(except).lines().get(0).status());
    }

    @Test
    void aWordOnTheWholeOrderIsForLinesThatNobodyNamed() {
        OrderState state = fold(whole(Kind.CONFIRMATION, "C1", "2026-11-01", Status.ACCEPTED));

        assertEquals(Status.ACCEPTED, state.others());
        assertTrue(state.lines().isEmpty());
        assertTrue(fold(whole(Kind.SHIPMENT, "S1", "2026-11-02", null)).allShipped());
    }

    @Test
    void aCancelledOrderIsBackWhenItIsConfirmedAgain() {
        SupplierOrder cancelled = whole(Kind.CANCELLATION, "X1", "2026-11-02", Status.CANCELLED);
        SupplierOrder again = order(
                Kind.CONFIRMATION, "C2", "2026-11-03", Status.ACCEPTED, answered("1", Status.ACCEPTED, "10", null));

        assertEquals(Status.CANCELLED, fold(CONFIRMED, cancelled).status());
        assertEquals(Status.CANCELLED, fold(CONFIRMED, cancelled).lines().get(0).status());
        assertEquals(Status.ACCEPTED, fold(CONFIRMED, cancelled, again).status());
        assertEquals(
                Status.ACCEPTED,
                fold(CONFIRMED, cancelled, again).lines().get(0).status());
    }

    @Test
    void aCancelledOrderIsBackWhenALineIs() {
        SupplierOrder cancelled = whole(Kind.CANCELLATION, "X1", "2026-11-02", Status.CANCELLED);
        SupplierOrder again = order(Kind.CHANGE, "D2", "2026-11-03", null, answered("1", Status.ACCEPTED, "10", null));

        assertEquals(Status.CHANGED, fold(CONFIRMED, cancelled, again).status());
        assertEquals(
                Status.CANCELLED,
                fold(CONFIRMED, cancelled, again).lines().get(1).status());
    }

    @Test
    void linesOfOneItemWithoutIdsAreNotTakenForOne() {
        SupplierOrder confirmed =
                order(Kind.CONFIRMATION, "C1", "2026-11-01", null, ofItem("A", "10", null), ofItem("A", "5", null));

        assertEquals(
                List.of(BigDecimal.TEN, new BigDecimal("5")),
                fold(confirmed).lines().stream().map(OrderState.Line::confirmed).toList());
        SupplierOrder shipped =
                order(Kind.SHIPMENT, "S1", "2026-11-02", null, ofItem("A", null, "10"), ofItem("A", null, "5"));
        assertEquals(
                List.of(BigDecimal.TEN, new BigDecimal("5")),
                fold(confirmed, shipped).lines().stream()
                        .map(OrderState.Line::shipped)
                        .toList());
    }

    @Test
    void parcelsOfOneLineAddUpThoughTheySayItsItemAlone() {
        SupplierOrder shipped =
                order(Kind.SHIPMENT, "S1", "2026-11-02", null, ofItem("A", null, "6"), ofItem("A", null, "4"));
        SupplierOrder ordered = order(
                Kind.ORDER,
                "PO-1",
                "2026-11-01",
                null,
                line("1", "A", null, "10", null, null, false, null, null, null));

        assertEquals(BigDecimal.TEN, fold(ordered, shipped).lines().get(0).shipped());
        assertEquals(1, fold(ordered, shipped).lines().size());
    }

    @Test
    void theIdOfALineWinsOverItsItem() {
        SupplierOrder byItem =
                order(Kind.CONFIRMATION, "C1", "2026-11-01", null, ofItem("A", "10", null), ofItem("B", "5", null));
        SupplierOrder byId = order(
                Kind.CHANGE,
                "D1",
                "2026-11-02",
                null,
                line("2", "A", Status.CHANGED, "4", "4", null, false, null, null, null),
                line("1", "A", Status.CHANGED, "9", "9", null, false, null, null, null));
        SupplierOrder again = order(
                Kind.CHANGE,
                "D2",
                "2026-11-03",
                null,
                line("1", "A", Status.CHANGED, "8", "8", null, false, null, null, null));

        assertEquals(
                List.of("2 4", "null 5", "1 8"),
                fold(byItem, byId, again).lines().stream()
                        .map(line -> line.line() + " " + line.confirmed())
                        .toList());
    }

    private static SupplierOrder.Line ofItem(String item, String confirmed, String shipped) {
        return line(
                null,
                item,
                confirmed == null ? null : Status.ACCEPTED,
                null,
                confirmed,
                shipped,
                false,
                null,
                null,
                null);
    }

    @Test
    void aSnapshotIsTheWholeTruth() {
        SupplierOrder snapshot = order(
                Kind.SNAPSHOT,
                "3",
                "2026-11-09",
                Status.ACCEPTED,
                line("2", null, Status.ACCEPTED, "5", "5", "0", true, null, null, null));

        OrderState state = fold(CONFIRMED, FIRST_PARCEL, snapshot);

        assertEquals(1, state.lines().size());
        assertEquals("2", state.lines().get(0).line());
        assertTrue(state.isWhole());
    }

    @Test
    void whatNobodySaidIsNull() {
        OrderState.Line line = fold(order(
                        Kind.CONFIRMATION, "C1", "2026-11-01", null, answered("1", Status.ACCEPTED, null, null)))
                .lines()
                .get(0);

        assertNull(line.confirmed(), "confirmed in full, and how much that is nobody said");
        assertNull(line.shipped());
    }

    /** A confirmation that takes the place of an earlier one of its number: what it does not say again holds no more. */
    @Test
    void aDocumentTakesThePlaceOfAnEarlierOneOfItsNumber() {
        SupplierOrder update = order(
                        Kind.CONFIRMATION,
                        CONFIRMED.number(),
                        "2026-11-02",
                        null,
                        answered("1", Status.ACCEPTED, "8", null))
                .inPlace(true);
        SupplierOrder other =
                order(Kind.CONFIRMATION, "C9", "2026-10-31", null, answered("2", Status.ACCEPTED, "2", null));

        OrderState state = fold(update, CONFIRMED);
        assertEquals(new BigDecimal("8"), state.lines().get(0).confirmed());
        assertEquals(BigDecimal.ZERO, state.lines().get(1).confirmed());
        assertEquals(Status.RECEIVED, state.lines().get(1).status());
        assertEquals(state, fold(CONFIRMED, update, CONFIRMED));
        assertEquals(
                new BigDecimal("3"),
                fold(CONFIRMED, update.inPlace(false)).lines().get(1).confirmed());
        OrderState.Line second = fold(other, CONFIRMED, update).lines().get(0);
        assertEquals("2", second.line());
        assertEquals(new BigDecimal("2"), second.confirmed(), "as the other one says");
    }

    /** In whichever order they come, and however often, documents make the same order. */
    @Test
    void theOrderOfArrivalDoesNotMatter() {
        List<SupplierOrder> documents = new ArrayList<>(List.of(CONFIRMED, FIRST_PARCEL, SECOND_PARCEL));
        OrderState state = fold(documents.toArray(SupplierOrder[]::new));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                List<SupplierOrder> other = new ArrayList<>(documents);
                java.util.Collections.swap(other, i, j);
                other.add(documents.get(i));
                assertEquals(state, fold(other.toArray(SupplierOrder[]::new)));
            }
        }
    }

    private static OrderState fold(SupplierOrder... documents) {
        List<SupplierOrder> distinct = Arrays.stream(documents).distinct().toList();
        List<OrderStatement> said = Arrays.stream(documents)
                .map(document ->
                        new OrderStatement(document, Instant.EPOCH, distinct.indexOf(document) + 1L, 0, List.of()))
                .toList();
        return OrderFold.of(said);
    }
}
