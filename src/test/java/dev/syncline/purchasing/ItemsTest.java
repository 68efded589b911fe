package dev.syncline.purchasing;

import static dev.syncline.support.Purchasing.autoSync;
import static dev.syncline.support.Purchasing.erpLines;
import static dev.syncline.support.Purchasing.erpOrder;
import static dev.syncline.support.Purchasing.order;
import static dev.syncline.support.Purchasing.poke;
import static dev.syncline.support.Purchasing.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Purchasing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which product of the ERP an item of a supplier is. */
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class ItemsTest {
    private static final String VENDOR = "V-00105";

    @BeforeEach
    void pauseSchedules() {
        Purchasing.pauseSchedules();
    }

    @Test
    void itsNumberIsTheVendorsAtThatVendorAndNobodyElses() {
        autoSync(VENDOR, true, true);
        String ourNumber = "P-105002";
        String anotherVendorsNumber = "AT10001";
        poke(
                "everest",
                "E-9101",
                "{'action':'place','lines':[{'item':'EV-10001','quantity':4},{'item':'" + ourNumber
                        + "','quantity':2},{'item':'" + anotherVendorsNumber + "','quantity':3}]}");
        assertEquals(1, sync("everest").getInt("counts.created"));

        String number = "everest-E-9101";
        assertEquals(
                List.of("P-105001"),
                erpLines(number).stream().map(line -> line.get("productNo")).toList());
        assertEquals(true, erpOrder(number).get("isIncomplete"));
        List<Map<String, Object>> notices = order(VENDOR, number).getList("notices");
        assertEquals(
                List.of(missing(number, anotherVendorsNumber), missing(number, ourNumber)),
                notices.stream()
                        .map(notice -> notice.get("key").toString())
                        .sorted()
                        .toList());
    }

    private static String missing(String number, String item) {
        return number + " item " + item + " (Item " + item + ")";
    }
}
