package dev.syncline.purchasing;

import static dev.syncline.support.Purchasing.assertInStep;
import static dev.syncline.support.Purchasing.erpLines;
import static dev.syncline.support.Purchasing.erpOrder;
import static dev.syncline.support.Purchasing.order;
import static dev.syncline.support.Purchasing.poke;
import static dev.syncline.support.Purchasing.sync;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Purchasing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of an order, told in each format: after each step the ERP has what the supplier has. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class LifeOfAnOrderTest {
    @BeforeEach
    void pauseSchedules() {
        Purchasing.pauseSchedules();
    }

    @ParameterizedTest
    @CsvSource({
        "atlas, V-00101, PO-10004, CAT-1041",
        "borealis, V-00102, PO-10014, CAT-1142",
        "cobalt, V-00103, PO-10028, CAT-1043",
        "delta, V-00104, PO-10038, CAT-1044",
        "everest, V-00105, PO-10053, CAT-1045"
    })
    void isFollowedToItsEnd(String supplier, String vendor, String number, String item) {
        Api.run(Purchasing.BOOK, "range=all&depth=deep");
        Purchasing.autoSync(vendor, false, false);
        List<Map<String, Object>> ordered = erpLines(number);
        assertTrue(ordered.size() >= 3, "an order of some lines");

        poke(supplier, number, "{'action':'confirm-part','line':1,'quantity':1}");
        sync(supplier);
        assertEquals(
                "BLOCKED", Api.record(supplier + "-orders-to-erp", number).getString("status"), "its switch is off");

        Purchasing.autoSync(vendor, true, true);
        assertInStep(supplier, number);
        assertTrue(order(vendor, number).getBoolean("autoSync"));
        assertFalse(order(vendor, number).getList("lockedFields").isEmpty());

        poke(supplier, number, "{'action':'confirm'}");
        step(supplier, number);
        assertEquals("CONFIRMED", erpOrder(number).get("status"));

        poke(supplier, number, "{'action':'re-date','date':'2027-02-03'}");
        step(supplier, number);

        poke(supplier, number, "{'action':'ship-part','line':1,'quantity':1,'tracking':'PARCEL-1'}");
        step(supplier, number);
        assertEquals("PARTLY_SHIPPED", erpOrder(number).get("status"));

        poke(supplier, number, "{'action':'cancel-line','line':2}");
        step(supplier, number);
        assertEquals(List.of("LINE_CANCELLED"), kinds(vendor, number));

        poke(supplier, number, "{'action':'restore-line','line':2}");
        step(supplier, number);
        assertEquals(List.of(), kinds(vendor, number), "shown again, and nobody need look");

        poke(supplier, number, "{'action':'cancel-line','line':2}");
        step(supplier, number);

        poke(supplier, number, "{'action':'add-item','item':'" + item + "','quantity':3}");
        boolean hasCatalog = !supplier.equals("borealis");
        step(supplier, number, hasCatalog ? new String[] {} : new String[] {item});
        assertEquals(hasCatalog, erpLines(number).stream().anyMatch(line -> item.equals(line.get("productNo"))));
        assertEquals(!hasCatalog, erpOrder(number).get("isIncomplete"));

        poke(supplier, number, "{'action':'add-item','item':'NOBODY-KNOWS','quantity':2}");
        step(supplier, number, "NOBODY-KNOWS", hasCatalog ? "" : item);
        assertEquals(true, erpOrder(number).get("isIncomplete"));
        assertTrue(notices(vendor, number).stream()
                .anyMatch(notice -> notice.get("kind").equals("MISSING_ITEM")
                        && notice.get("text").toString().contains("NOBODY-KNOWS")
                        && notice.get("text")
                                .toString()
                                .contains(hasCatalog ? "The catalog does not have it" : "No catalog is mapped")));

        poke(supplier, number, "{'action':'ship','tracking':'PARCEL-2'}");
        step(supplier, number, "NOBODY-KNOWS", hasCatalog ? "" : item);

        for (Map<String, Object> before : ordered) {
            Map<String, Object> after = erpLines(number).stream()
                    .filter(line -> line.get("lineNo").equals(before.get("lineNo")))
                    .findFirst()
                    .orElseThrow();
            for (String field : List.of("productNo", "description", "unit")) {
                assertEquals(before.get(field), after.get(field), "left as it was");
            }
            assertEquals(before.get("specialOrder"), after.get("specialOrder"), "its assignment is the buyer's");
        }
        if (List.of("atlas", "borealis", "delta").contains(supplier)) {
            String acknowledged = given().get("/sandbox/suppliers/" + supplier + "/acknowledgements")
                    .asString();
            assertTrue(acknowledged.matches("(?s).*(AK9\\*A|UCI\\+|<Status code=.{1,3}200).*"), acknowledged);
        }
        assertEquals(0, sync(supplier).getInt("counts.updated"), "what is in step stays as it is");
    }

    private static void step(String supplier, String number, String... unknownItems) {
        JsonPath run = sync(supplier); // other tests' broken documents may be in it, too
        assertEquals("SUCCESS", Api.record(supplier + "-orders-to-erp", number).getString("status"), run.prettify());
        assertInStep(supplier, number, unknownItems);
        assertNotNull(erpOrder(number).get("supplierOrderNo"));
    }

    private static List<Map<String, Object>> notices(String vendor, String number) {
        return order(vendor, number).getList("notices");
    }

    private static List<Object> kinds(String vendor, String number) {
        return notices(vendor, number).stream()
                .map(notice -> notice.get("kind"))
                .toList();
    }
}
