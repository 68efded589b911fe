package dev.syncline.purchasing;

import static dev.syncline.support.Purchasing.autoSync;
import static dev.syncline.support.Purchasing.erpLines;
import static dev.syncline.support.Purchasing.erpOrder;
import static dev.syncline.support.Purchasing.poke;
import static dev.syncline.support.Purchasing.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Purchasing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders that are placed at a supplier, told in formats that want a buyer's number where there is none. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class PlacedOrdersTest {
    @BeforeEach
    void pauseSchedules() {
        Purchasing.pauseSchedules();
    }

    @ParameterizedTest
    @CsvSource({"atlas, V-00101, A-7001", "cobalt, V-00103, C-7001", "delta, V-00104, D-7001"})
    void areCreatedUnderTheSuppliersNumber(String supplier, String vendor, String number) {
        autoSync(vendor, true, true);
        poke(
                supplier,
                number,
                "{'action':'place','lines':[{'item':'CAT-1007','quantity':4},{'item':'CAT-1008','quantity':2}]}");
        assertEquals(1, sync(supplier).getInt("counts.created"));

        assertEquals(vendor, erpOrder(number).get("vendorNo"));
        assertEquals(
                List.of("CAT-1007", "CAT-1008"),
                erpLines(number).stream().map(line -> line.get("productNo")).toList());
        for (Map<String, Object> line : erpLines(number)) {
            for (String quantity : List.of("confirmed", "shipped", "backOrdered", "cancelled")) {
                assertNotNull(line.get(quantity), quantity + " of " + line);
            }
        }
        poke(supplier, number, "{'action':'ship'}");
        assertEquals(1, sync(supplier).getInt("counts.updated"));
        assertEquals("SHIPPED", erpOrder(number).get("status"));
        assertEquals(2, erpLines(number).size(), "not once more");
    }
}
