package dev.syncline.sandbox.supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.call.SandboxProblem;
import dev.syncline.sandbox.document.Document.Kind;
import dev.syncline.sandbox.document.Order;
import dev.syncline.sandbox.document.OrderLine;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SupplierActionsTest {
    private final SampleOrders at = new SampleOrders("PO-1");

    @Test
    void whatIsNotConfirmedIsBackOrderedOrCancelled() {
        at.poke("{'action':'confirm-part','line':1,'quantity':8}");
        assertEquals("10/8/0/2/0 BACKORDERED", line(1));
        assertEquals("2.5/0/0/0/0 OPEN", line(2));
        at.poke("{'action':'confirm-part','line':1,'quantity':7,'rest':'cancel'}");
        assertEquals("10/7/0/0/3 CHANGED", line(1));
        at.poke("{'action':'confirm','line':1}");
        assertEquals("10/10/0/0/0 CONFIRMED", line(1));
    }

    @Test
    void onlyAPlainYesToEverythingIsSaidInOneWord() {
        assertTrue(at.poke("{'action':'confirm'}").last().whole());
        assertFalse(at.poke("{'action':'confirm','line':1}").last().whole());
        at.poke("{'action':'re-date','line':1,'date':'2026-12-24'}");
        assertFalse(at.poke("{'action':'confirm'}").last().whole());
        assertTrue(at.poke("{'action':'ship'}").last().whole());
        SampleOrders unconfirmed = new SampleOrders("PO-2").poke("{'action':'ship'}");
        assertFalse(unconfirmed.last().whole());
    }

    @Test
    void shipsWhatIsConfirmedAndNoMore() {
        at.poke("{'action':'confirm-part','line':1,'quantity':8}").poke("{'action':'ship-part','line':1,'quantity':5}");
        assertEquals("10/8/5/2/0 BACKORDERED", line(1));
        assertEquals(409, refusal("{'action':'ship','line':1,'quantity':4}"));
        at.poke("{'action':'ship','line':1}");
        assertEquals("10/8/8/2/0 BACKORDERED", line(1));
        at.poke("{'action':'confirm','line':1}").poke("{'action':'ship','line':1}");
        assertEquals("10/10/10/0/0 SHIPPED", line(1));
        assertEquals(3, at.order().line(1).tracking().size());
        assertEquals(409, refusal("{'action':'ship','line':1}"));
    }

    @Test
    void aCancelledLineComesBack() {
        at.poke("{'action':'ship-part','line':1,'quantity':4}").poke("{'action':'cancel-line','line':1}");
        assertEquals("10/4/4/0/6 SHIPPED", line(1));
        at.poke("{'action':'restore-line','line':1}");
        assertEquals("10/10/4/0/0 CONFIRMED", line(1));
    }

    @Test
    void whatIsLeftAfterACancelledRestIsShipped() {
        at.poke("{'action':'confirm-part','line':1,'quantity':7,'rest':'cancel'}")
                .poke("{'action':'ship','line':1}");
        assertEquals("10/7/7/0/3 SHIPPED", line(1));
    }

    @Test
    void aCancelledOrderKeepsWhatHasLeftTheHouse() {
        at.poke("{'action':'confirm'}").poke("{'action':'ship','line':2}").poke("{'action':'cancel'}");
        assertEquals(Kind.CANCELLATION, at.last().kind());
        assertEquals("2.5/2.5/2.5/0/0 SHIPPED", line(2));
        assertEquals("10/0/0/0/10 CANCELLED", line(1));
        assertEquals(409, refusal("{'action':'cancel'}"));
    }

    @Test
    void itemsComeFromTheCatalogOrNowhere() {
        at.poke("{'action':'add-item','item':'CAT-1007','quantity':4}");
        assertEquals("Gasket, size 1", at.order().line(4).item().description());
        at.poke("{'action':'add-item','item':'UNK-1','description':'Nobody knows'}");
        assertEquals("Nobody knows", at.order().line(5).item().description());
        assertTrue(at.order().line(5).added());
    }

    @Test
    void theOrderHasADateWhenAllItsLinesHaveIt() {
        at.poke("{'action':'re-date','line':1,'date':'2026-12-24'}");
        assertEquals("2026-12-01", at.order().expectedOn().toString());
        at.poke("{'action':'re-date','date':'2026-12-24'}");
        assertEquals("2026-12-24", at.order().expectedOn().toString());
    }

    @Test
    void saysWhatIsWrongWithAPoke() {
        assertEquals(400, refusal("{'action':'nonsense'}"));
        assertEquals(400, refusal("{}"));
        assertEquals(400, refusal("{'action':'re-date'}"));
        assertEquals(400, refusal("{'action':'re-date','date':'24.12.2026'}"));
        assertEquals(400, refusal("{'action':'confirm-part','quantity':-1}"));
        assertEquals(404, refusal("{'action':'confirm','line':9}"));
        assertEquals(409, refusal("{'action':'confirm-part','line':1,'quantity':11}"));
    }

    private int refusal(String poke) {
        return assertThrows(SandboxProblem.class, () -> at.poke(poke)).status();
    }

    private String line(int number) {
        Order order = at.order();
        OrderLine line = order.line(number);
        OrderLine.Quantities q = line.quantities();
        return java.util.stream.Stream.of(q.ordered(), q.confirmed(), q.shipped(), q.backOrdered(), q.cancelled())
                        .map(quantity -> quantity.stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining("/"))
                + " " + line.status();
    }
}
