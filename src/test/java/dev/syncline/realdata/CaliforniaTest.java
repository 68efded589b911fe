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
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Purchase orders as typed by people: no keys, no changed-at. Each test holds whatever ran before it. */
@Tag(Published.TAG)
@ExtendWith(RealData.Condition.class)
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(RealDataProfile.class)
@QuarkusTestResource(SandboxTestResource.class)
class CaliforniaTest {
    private static final String ORDER_NUMBERS = "select \"Purchase Order Number\" as key from ca.purchase_order_line";
    private static final String SUPPLIERS =
            """
            select key from (
                select "Supplier Code" as key, "Supplier Name" from ca.purchase_order_line group by 1, 2) s""";

    @BeforeAll
    static void load() throws SQLException, IOException {
        RealData.load("california");
    }

    @Test
    void everySupplierOfCaliforniaWithACodeIsAtTheRelay() throws Exception {
        JsonPath run = Accounts.all("california-vendors-to-relay");
        Accounts.assertAddUp(run, Accounts.expected("california", SUPPLIERS));
        Map<String, JsonNode> held = Accounts.relay("california-vendors");
        RealData.each(
                "california",
                """
                select distinct "Supplier Code", "Supplier Name" from ca.purchase_order_line
                where "Supplier Code" is not null""",
                row -> assertEquals(
                        row.getString(2),
                        held.remove(row.getString(1)).get("name").textValue()));
        assertEquals(Set.of(), held.keySet());
    }

    @Test
    void everyLineOfCaliforniaHasAStatusAndThoseThatShareANumberAreNotSent() throws Exception {
        JsonPath run = Accounts.all("california-purchase-orders-to-relay");
        Accounts.assertAddUp(run, Accounts.expected("california", ORDER_NUMBERS));
        assertEquals(1_000, run.getInt("counts.read"));

        Map<String, JsonNode> held = Accounts.relay("california-purchase-orders");
        List<String> shared = new ArrayList<>();
        BigDecimal[] total = {BigDecimal.ZERO};
        RealData.each(
                "california",
                """
                select key, "Supplier Name", price, count(*) over (partition by key) > 1 from (
                    select "Purchase Order Number" as key, "Supplier Name",
                           translate("Total Price", '$,() ', '')
                               || case when "Total Price" like '(%' then '-' else '' end as price
                    from ca.purchase_order_line) l""",
                row -> {
                    if (row.getBoolean(4)) {
                        shared.add(row.getString(1));
                    } else {
                        assertEquals(
                                row.getString(2),
                                held.get(row.getString(1)).get("Supplier Name").textValue());
                        total[0] = total[0].add(money(row.getString(3)));
                    }
                });
        Accounts.assertEqual(total[0], Accounts.sum(held.values(), "Total Price"));
        assertTrue(shared.stream().noneMatch(held::containsKey));

        List<Map<String, Object>> failed = Accounts.records("california-purchase-orders-to-relay", "FAILED");
        assertEquals(
                shared.stream().sorted().toList(),
                failed.stream()
                        .map(record -> record.get("key").toString().replaceFirst(" #[0-9a-f-]+$", ""))
                        .sorted()
                        .toList());
        for (Map<String, Object> record : failed) {
            assertTrue(record.get("reason").toString().contains("Several rows of the source have the key"));
        }
    }

    @Test
    void aLineWithADateOfTodayIsAloneUpdated() throws Exception {
        Accounts.all("california-purchase-orders-to-relay");
        String today = LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("M/d/yyyy"));
        RealData.change(
                "california",
                """
                update ca.purchase_order_line set "Item Name" = 'Changed', "Creation Date" = '%s'
                where "Purchase Order Number" = '4500285629'"""
                        .formatted(today));
        JsonPath run = Chain.run("california-purchase-orders-to-relay", "changes", "shallow");
        assertEquals(1, run.getInt("counts.updated"));
        assertEquals(1, run.getInt("counts.read"));
        assertEquals(
                "Changed",
                Accounts.relay("california-purchase-orders")
                        .get("4500285629")
                        .get("Item Name")
                        .textValue());
    }

    @Test
    void aSupplierWithoutACodeIsOnHoldAndSentOnceItIsFilledIn() throws Exception {
        RealData.change(
                "california", "update ca.purchase_order_line set \"Supplier Code\" = null where \"_id\" = 1900");
        Accounts.assertAddUp(Accounts.all("california-vendors-to-relay"), Accounts.expected("california", SUPPLIERS));
        List<Map<String, Object>> onHold = Accounts.records("california-vendors-to-relay", "ON_HOLD");
        assertEquals(1, onHold.size());
        assertTrue(onHold.get(0).get("reason").toString().contains("has no key"), onHold.toString());

        RealData.change(
                "california",
                """
                update ca.purchase_order_line set "Supplier Code" = 'S-1900', "Supplier Name" = 'Found'
                where "_id" = 1900""");
        Accounts.assertAddUp(Accounts.all("california-vendors-to-relay"), Accounts.expected("california", SUPPLIERS));
        assertEquals(List.of(), Accounts.records("california-vendors-to-relay", "ON_HOLD"));
        assertEquals(
                "Found",
                Accounts.relay("california-vendors").get("S-1900").get("name").textValue());
    }

    @Test
    void linesThatShareANumberFailAndAreSentOnceEachHasItsOwn() throws Exception {
        assertNumbersOf("14-G0063", "14-G0063");
        assertEquals(
                2,
                Accounts.keys("california-purchase-orders-to-relay", "FAILED").stream()
                        .filter(key -> key.startsWith("14-G0063 #"))
                        .count());

        assertNumbersOf("14-G0063", "14-G0063 B");
        assertTrue(Accounts.relay("california-purchase-orders").keySet().containsAll(Set.of("14-G0063", "14-G0063 B")));
    }

    @ParameterizedTest
    @CsvSource({
        "california-vendors-to-relay,         california-vendors",
        "california-purchase-orders-to-relay, california-purchase-orders"
    })
    void aSecondRunOverEverythingSendsNothingAndChangesNoStatus(String route, String entity) throws Exception {
        Accounts.assertSettled(route, entity);
    }

    /** Gives the two lines that are alike in everything these numbers, and looks whether all rows still add up. */
    private static void assertNumbersOf(String first, String second) throws SQLException {
        String number = "update ca.purchase_order_line set \"Purchase Order Number\" = '%s' where \"_id\" = %d";
        RealData.change("california", number.formatted(first, 226));
        RealData.change("california", number.formatted(second, 2261));
        Accounts.assertAddUp(
                Accounts.all("california-purchase-orders-to-relay"), Accounts.expected("california", ORDER_NUMBERS));
    }

    private static BigDecimal money(String digits) {
        if (digits == null || digits.isBlank()) {
            return BigDecimal.ZERO;
        }
        return digits.endsWith("-")
                ? new BigDecimal(digits.substring(0, digits.length() - 1)).negate()
                : new BigDecimal(digits);
    }
}
