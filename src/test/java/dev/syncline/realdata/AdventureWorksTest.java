package dev.syncline.realdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Chain;
import dev.syncline.support.Published;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Purchasing data with clean keys, as a further ERP. Each test holds whatever ran before it. */
@Tag(Published.TAG)
@ExtendWith(RealData.Condition.class)
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(RealDataProfile.class)
@QuarkusTestResource(SandboxTestResource.class)
class AdventureWorksTest {
    @BeforeAll
    static void load() throws SQLException, IOException {
        RealData.load("adventureworks");
    }

    @Test
    void everyVendorOfAdventureWorksIsAtTheRelay() throws Exception {
        JsonPath run = Accounts.all("adventureworks-vendors-to-relay");
        Accounts.assertAddUp(run, Map.of("SUCCESS", 104L));
        Map<String, JsonNode> held = Accounts.relay("adventureworks-vendors");
        RealData.each(
                "adventureworks", "select businessentityid, accountnumber, name, activeflag from aw.vendor", row -> {
                    JsonNode vendor = held.remove(row.getString(1));
                    assertEquals(row.getString(2), vendor.get("accountNo").textValue());
                    assertEquals(row.getString(3), vendor.get("name").textValue());
                    assertEquals(row.getBoolean(4), vendor.get("isActive").booleanValue());
                });
        assertEquals(Set.of(), held.keySet());
    }

    @Test
    void everyOrderOfAdventureWorksIsAtTheRelayWithItsLines() throws Exception {
        Accounts.all("adventureworks-vendors-to-relay");
        JsonPath run = Accounts.all("adventureworks-purchase-orders-to-relay");
        Accounts.assertAddUp(run, Map.of("SUCCESS", 4_012L));
        Map<String, JsonNode> held = Accounts.relay("adventureworks-purchase-orders");
        int[] lines = {0};
        RealData.each("adventureworks", "select * from aw.purchase_order_header", row -> {
            JsonNode order = held.get(row.getString("purchaseorderid"));
            assertEquals(row.getInt("vendorid"), order.get("vendorId").intValue());
            assertEquals(row.getInt("status"), order.get("status").intValue());
            Accounts.assertEqual(row.getBigDecimal("totaldue"), order.get("totalDue"));
            Accounts.assertEqual(row.getBigDecimal("subtotal"), Accounts.sum(order.get("lines"), "lineTotal"));
            lines[0] += order.get("lines").size();
        });
        assertEquals(4_012, held.size());
        assertEquals(8_845, lines[0]);
        RealData.each(
                "adventureworks",
                "select sum(totaldue) from aw.purchase_order_header",
                row -> Accounts.assertEqual(row.getBigDecimal(1), Accounts.sum(held.values(), "totalDue")));
    }

    @Test
    void anOrderThatChangedIsAloneUpdated() throws Exception {
        Accounts.all("adventureworks-vendors-to-relay");
        Accounts.all("adventureworks-purchase-orders-to-relay");
        RealData.change(
                "adventureworks",
                """
                update aw.purchase_order_header
                set freight = freight + 1, modifieddate = now() at time zone 'America/Los_Angeles'
                where purchaseorderid = 2711""");
        long sent = Accounts.sent("adventureworks-purchase-orders");
        JsonPath run = Chain.run("adventureworks-purchase-orders-to-relay", "changes", "shallow");
        assertEquals(1, run.getInt("counts.updated"));
        assertEquals(0, run.getInt("counts.created") + run.getInt("counts.failed"));
        assertTrue(run.getInt("counts.read") < 20, run.prettify());
        assertEquals(sent + 1, Accounts.sent("adventureworks-purchase-orders"));
        JsonNode order = Accounts.relay("adventureworks-purchase-orders").get("2711");
        RealData.each(
                "adventureworks",
                "select freight from aw.purchase_order_header where purchaseorderid = 2711",
                row -> Accounts.assertEqual(row.getBigDecimal(1), order.get("freight")));
        assertTrue(order.get("lines").size() > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "adventureworks-vendors-to-relay,         adventureworks-vendors",
        "adventureworks-purchase-orders-to-relay, adventureworks-purchase-orders"
    })
    void aSecondRunOverEverythingSendsNothingAndChangesNoStatus(String route, String entity) throws Exception {
        Accounts.all("adventureworks-vendors-to-relay");
        Accounts.assertSettled(route, entity);
    }
}
