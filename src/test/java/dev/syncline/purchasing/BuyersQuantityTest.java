package dev.syncline.purchasing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.supplier.order.OrderState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What the buyer ordered is known also after the supplier's quantity was entered on the order. */
class BuyersQuantityTest {
    /** An order of one line in an ERP, which follows its supplier run after run. */
    private static final class Order {
        final Map<String, Object> line = new LinkedHashMap<>();
        private Map<String, Object> synced;

        Order(int ordered) {
            line.put("line", 1);
            line.put("item", "A");
            line.put("ordered", ordered);
        }

        /**
         * A run.
         *
         * @param ordered by the supplier; null where it does not say
         * @param insists whether the record is retried, so that the supplier's is written over an edit
         * @return the warnings; null where the order is held
         */
        List<String> follow(Integer ordered, boolean insists) {
            Settlement settlement = new Settlement(state(ordered), erp(), synced);
            Map<String, Object> fields = settlement.fields("PO-1", "V-1", pair -> null);
            if (!insists && settlement.conflict(fields, null).isPresent()) {
                return null;
            }
            synced = fields;
            line.put("ordered", OrderFields.lines(fields).get(0).get("ordered"));
            return OrderFields.texts(fields, "warnings");
        }

        private ErpOrder erp() {
            return ErpOrder.of(Map.of("lines", List.of(new LinkedHashMap<>(line))));
        }
    }

    private static OrderState state(Integer ordered) {
        OrderState.Line said = new OrderState.Line(
                "1",
                null,
                "A",
                null,
                null,
                null,
                Status.ACCEPTED,
                ordered == null ? null : BigDecimal.valueOf(ordered),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
        return new OrderState(
                "PO-1", "S-1", null, null, false, false, null, null, List.of(), List.of(said), List.of(), false);
    }

    private static String warning(int buyers, int suppliers) {
        return "The order had " + buyers + " of line 1 (A), and the supplier has " + suppliers
                + " as ordered, which was entered. See whether that was agreed";
    }

    @Test
    void aQuantityThatTheSupplierChangedIsToldInEachRunUntilItHasTheOrderedOneAgain() {
        Order order = new Order(10);

        for (int run = 0; run < 3; run++) {
            assertEquals(List.of(warning(10, 8)), order.follow(8, false));
        }
        assertEquals(List.of(warning(10, 7)), order.follow(7, false));
        assertEquals(List.of(), order.follow(10, false));
        assertFalse(OrderFields.lines(order.synced).get(0).containsKey(BuyersQuantity.FIELD));
        assertEquals(List.of(warning(10, 8)), order.follow(8, false));
    }

    @Test
    void aQuantityThatTheBuyerEntersIsTheBuyersFromThenOn() {
        Order order = new Order(10);
        order.follow(8, false);

        order.line.put("ordered", 9);
        assertNull(order.follow(8, false), "somebody edited it");
        assertEquals(List.of(), order.follow(9, false));

        order.line.put("ordered", 12);
        assertEquals(List.of(warning(12, 9)), order.follow(9, true));
        assertEquals(List.of(warning(12, 9)), order.follow(9, false));
    }

    /** An ERP that is sent the whole order gives back what it was sent. */
    @Test
    void whatAnErpWasSentIsTakenBack() {
        Order order = new Order(10);
        order.follow(8, false);
        order.line.put(BuyersQuantity.FIELD, 10);

        order.follow(10, false);

        Map<String, Object> line = OrderFields.lines(order.synced).get(0);
        assertEquals(true, line.containsKey(BuyersQuantity.FIELD) && line.get(BuyersQuantity.FIELD) == null);
    }

    /** The ERP's commit was seen and the hub's was not: what is remembered of the order has the quantity, too. */
    @Test
    void isKnownAfterACrash() {
        Order order = new Order(10);
        ErpOrder before = order.erp();
        Map<String, Object> content = new Settlement(state(8), before, null).fields("PO-1", "V-1", pair -> null);
        order.line.put("ordered", 8);
        Booked booked = new Booked(true, true, null, new Intent(before, null, content));

        Map<String, Object> again =
                new Settlement(state(8), order.erp(), booked.inStep(order.erp())).fields("PO-1", "V-1", pair -> null);

        assertEquals(List.of(warning(10, 8)), again.get("warnings"));
    }

    /** @param says by the supplier; null for nothing. @param edit by the buyer, before; null for none */
    record Step(Integer says, Integer edit, boolean insists) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> quantity = Arbitraries.integers().between(1, 4);
        return Combinators.combine(
                        quantity.injectNull(0.3), quantity.injectNull(0.6), Arbitraries.of(true, false, false))
                .as(Step::new)
                .list()
                .ofMaxSize(12);
    }

    /** However supplier and buyer take turns, it is told if and only if the order differs from the buyer's last word. */
    @Property(tries = 500)
    void isToldAsLongAsBothDiffer(@ForAll("steps") List<Step> steps) {
        Order order = new Order(3);
        int buyers = 3;
        int entered = 3;
        List<Step> gone = new ArrayList<>();
        for (Step step : steps) {
            gone.add(step);
            if (step.edit() != null) {
                order.line.put("ordered", step.edit());
            }
            int there = Integer.parseInt(order.line.get("ordered").toString());
            List<String> told = order.follow(step.says(), step.insists());
            if (told == null) {
                continue; // held: nothing is entered, and nothing told of the order
            }
            buyers = there == entered ? buyers : there;
            entered = step.says() == null ? there : step.says();
            assertEquals(buyers == entered ? List.of() : List.of(warning(buyers, entered)), told, gone::toString);
        }
    }
}
