package dev.syncline.purchasing;

import static dev.syncline.support.Purchasing.autoSync;
import static dev.syncline.support.Purchasing.erpLines;
import static dev.syncline.support.Purchasing.erpOrder;
import static dev.syncline.support.Purchasing.order;
import static dev.syncline.support.Purchasing.poke;
import static dev.syncline.support.Purchasing.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Purchasing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which product of the ERP an item of a supplier is. */
@Tag(Application.TAG)
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

    @Test
    void aNumberOfTheCatalogThatIsAnotherArticleInTheErpIsNotTaken() {
        autoSync(VENDOR, true, true);
        Database erp = Database.of("erp");
        erp.execute("insert into products (product_no, name, unit) values ('CAT-1298', 'A pump', 'EA')");
        erp.execute(
                "insert into products (product_no, name, unit, gtin) values ('CAT-1299', 'The same', 'EA', ?)",
                Api.item("catalog", "products", "CAT-1299").getString("gtin"));
        poke(
                "everest",
                "E-9102",
                "{'action':'place','lines':[{'item':'CAT-1298','quantity':4},{'item':'CAT-1299','quantity':2},"
                        + "{'item':'CAT-1297','quantity':3}]}");
        assertEquals(1, sync("everest").getInt("counts.created"));

        String number = "everest-E-9102";
        assertEquals(
                List.of("CAT-1299", "CAT-1297"),
                erpLines(number).stream().map(line -> line.get("productNo")).toList());
        assertEquals("A pump", erp.value(String.class, "select name from products where product_no = 'CAT-1298'"));
        String notice = order(VENDOR, number).getString("notices[0].key");
        assertEquals(true, notice.startsWith(number + " item CAT-1298"), notice);
    }

    private static String missing(String number, String item) {
        return number + " item " + item + " (Item " + item + ")";
    }
}
