package dev.syncline.purchasing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose doing it is what the ERP has of an order that was about to be written when a process went away. */
class IntentTest {
    private final ErpOrder open = erp("OPEN", line(1, "A", "10", "0"));
    private final ErpOrder confirmed = erp("CONFIRMED", line(1, "A", "10", "10"));
    private final Intent confirming = new Intent(open, null, confirmed.header());

    @Test
    void anOrderThatIsAsItWasWasNotWritten() {
        assertFalse(confirming.isWritten(open));
        assertFalse(confirming.isOwed(open, open.header()), "the supplier took it back, and nothing is to be done");

        OrderChange news = OrderChange.of(open, confirming, shipped());
        assertFalse(news.isOwed());
        assertEquals(open, news.before());
        assertNull(news.seen());
    }

    @Test
    void whatSomebodyEditsAfterwardsTakesNothingAway() {
        assertTrue(confirming.isWritten(confirmed));
        assertTrue(confirming.isWritten(erp("CONFIRMED", line(1, "A", "10", "3"))));
        assertFalse(confirming.isWritten(erp("CLOSED", line(1, "A", "10", "3"))), "nothing of it is as intended");
    }

    @Test
    void aValueThatTheErpHadBeforeShowsNothing() {
        Intent intent = new Intent(
                erp("OPEN", priced("1.23")),
                null,
                erp("CONFIRMED", priced("1.2345")).header());

        assertFalse(intent.isWritten(erp("OPEN", priced("1.23"))), "which is how it keeps 1.2345, too");
    }

    @Test
    void aLineThatWasAddedShows() {
        Map<String, Object> added = line(2, "B", "5", "0");
        Intent adding = new Intent(
                open, null, erp("OPEN", line(1, "A", "10", "0"), added).header());

        assertTrue(adding.isWritten(erp("OPEN", line(1, "A", "10", "0"), line(2, "B", "6", "0"))));
        assertFalse(adding.isWritten(erp("OPEN", line(1, "A", "10", "0"), line(2, "C", "5", "0"))), "the buyer's own");
        assertFalse(adding.isWritten(open));
    }

    @Test
    void anOrderThatTheErpDidNotHaveIsTheOneThatWasToBeCreated() {
        Intent creating = new Intent(null, null, confirmed.header());

        assertTrue(creating.isWritten(confirmed));
        OrderChange news = OrderChange.of(confirmed, creating, shipped());
        assertTrue(news.isCreation());
        assertEquals(List.of(), news.changed(), "all of it is new");
        assertNull(news.before(), "and still is should this one be lost, too");
        assertEquals(confirmed, news.seen());

        OrderChange again = OrderChange.of(null, creating, confirmed.header());
        assertNull(again.before());
        assertNull(again.seen());
    }

    @Test
    void oneThatWritesOnAfterItLostItsRunIsSynclineToo() {
        assertTrue(confirming.isOwed(open, confirmed.header()), "should the ERP have it by the time that it is asked");
        assertFalse(confirming.isOwed(open, shipped()));
    }

    @Test
    void whatGoesBackAndForthHasChanged() {
        OrderChange back = OrderChange.of(confirmed, confirming, open.header());

        assertTrue(back.isOwed());
        assertEquals(List.of("quantity", "status"), back.changed());
    }

    @Test
    void whatWasWrittenTwiceAndNeverRecordedIsStillToldFromItsBeginning() {
        ErpOrder redated = erp("CONFIRMED", dated("2027-05-06"));
        OrderChange second = OrderChange.of(confirmed, confirming, redated.header());
        Intent intent = new Intent(second.before(), second.seen(), redated.header());

        OrderChange third = OrderChange.of(confirmed, intent, redated.header());
        assertTrue(third.isOwed(), "the first is there, whether the second is or not");
        assertEquals(List.of("date", "quantity", "status"), third.changed());
        assertEquals(open, third.before());
    }

    @Test
    void whatWasSeenIsInStepUntilTheNextOneIsThere() {
        ErpOrder added = erp("CONFIRMED", line(1, "A", "10", "10"), line(2, "B", "5", "0"));
        Intent intent = new Intent(open, confirmed, added.header());
        Booked booked = new Booked(true, true, open.header(), intent);

        assertEquals(confirmed.header(), booked.inStep(confirmed), "the line did not get there");
        assertEquals(added.header(), booked.inStep(added));
        assertEquals(Optional.empty(), conflict(confirmed, booked, added), "so nobody took it out");
        assertTrue(intent.isWritten(confirmed), "yet the first is to be told of");
        assertTrue(
                conflict(erp("CONFIRMED"), booked, added).orElseThrow().contains("line 1 (A) is not there any more"));

        ErpOrder less = erp("CONFIRMED", line(1, "A", "12", "12"));
        Booked there = new Booked(
                true,
                true,
                open.header(),
                new Intent(open, confirmed, redoubled().header()));
        assertTrue(conflict(less, there, redoubled()).orElseThrow().contains("line 2 (B) is not there any more"));
    }

    @Test
    void whatIsInStepWithoutAnythingThatShowsIsAsRecorded() {
        assertEquals(shipped(), new Booked(true, true, shipped(), confirming).inStep(open));
        assertEquals(confirming.content(), new Booked(true, true, shipped(), confirming).inStep(confirmed));
        assertNull(new Booked(true, true, null, confirming).inStep(null));
    }

    /** Line 1 has more, and there is a line 2. */
    private static ErpOrder redoubled() {
        return erp("CONFIRMED", line(1, "A", "12", "12"), line(2, "B", "5", "0"));
    }

    private static Optional<String> conflict(ErpOrder erp, Booked booked, ErpOrder wanted) {
        return Conflicts.between(erp, booked.inStep(erp), booked.intent().versions(), wanted.header());
    }

    @Test
    void aCancellationThatWasNotToldOfIsOne() {
        Map<String, Object> off = new LinkedHashMap<>(confirmed.header());
        off.put("isHidden", true);
        off.put("status", "CANCELLED");
        ErpOrder cancelled = ErpOrder.of(off);

        assertTrue(OrderChange.of(cancelled, new Intent(open, null, off), off).isCancellation());
        assertFalse(OrderChange.of(cancelled, null, off).isCancellation());
    }

    @Test
    void onlyAThirdValueIsSomebodysEdit() {
        assertEquals(Optional.empty(), conflict("0"), "not written");
        assertEquals(Optional.empty(), conflict("10"), "written");
        assertEquals(Optional.empty(), conflict("8"), "as it is to be");
        assertTrue(conflict("3").orElseThrow().contains("line 1 confirmed is '3' there and '8' at the supplier"));
    }

    /** The ERP has a quantity, of an order that was never in step, and the supplier has 8 by now. */
    private Optional<String> conflict(String there) {
        return Conflicts.between(
                erp("CONFIRMED", line(1, "A", "10", there)),
                null,
                confirming.versions(),
                erp("CONFIRMED", line(1, "A", "10", "8")).header());
    }

    private static Map<String, Object> shipped() {
        return erp("SHIPPED", line(1, "A", "10", "10")).header();
    }

    @SafeVarargs
    private static ErpOrder erp(String status, Map<String, Object>... lines) {
        return ErpOrder.of(new LinkedHashMap<>(
                Map.of("number", "PO-1", "status", status, "isHidden", false, "lines", List.of(lines))));
    }

    private static Map<String, Object> line(int number, String item, String ordered, String confirmed) {
        return new LinkedHashMap<>(Map.of(
                "line",
                number,
                "item",
                item,
                "ordered",
                new BigDecimal(ordered),
                "confirmed",
                new BigDecimal(confirmed)));
    }

    private static Map<String, Object> dated(String date) {
        Map<String, Object> line = line(1, "A", "10", "10");
        line.put("expectedOn", date);
        return line;
    }

    private static Map<String, Object> priced(String price) {
        Map<String, Object> line = line(1, "A", "10", "0");
        line.put("unitCost", new BigDecimal(price));
        return line;
    }
}
