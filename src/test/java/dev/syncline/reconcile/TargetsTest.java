package dev.syncline.reconcile;

import static dev.syncline.support.Api.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import dev.syncline.support.Reconciliations;
import dev.syncline.support.Vault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reconciliations with targets that are read in their own ways. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class TargetsTest {
    private static final int ITEMS = 5_000;

    @Test
    void comparesPageByPageWhatThereIsOnEitherSide() {
        Database ledger = Vault.filledWith(ITEMS);
        ledger.execute("update vault_items set name = 'Another' where no = 'I-000007'");
        ledger.execute("update vault_items set stamp = stamp + interval '1 day' where no = 'I-004999'");
        ledger.execute("update vault_items set own = 'a field of its own'");
        ledger.execute("delete from vault_items where no in ('I-001000', 'I-000500')");
        ledger.execute("insert into vault_items (no, name) values ('X-1', 'Nobody sent it')");
        ledger.execute("insert into vault_items select * from vault_items where no = 'I-000003'");
        ledger.execute("insert into items (no, name) values (null, 'no key'), ('twice', 'one'), ('twice', 'two')");

        JsonPath found = Reconciliations.of(Vault.ROUTE, "");
        assertEquals("SUCCESS", found.getString("status"), found.prettify());
        Map<String, Map<String, Object>> differences = Reconciliations.differences(found);
        assertEquals(
                Map.of(
                        "I-000007", "different",
                        "I-004999", "different",
                        "I-001000", "missing",
                        "I-000500", "missing",
                        "X-1", "extra",
                        "I-000003", "extra"),
                differences.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().get("kind"))));
        assertTrue(differences.get("I-000003").get("reason").toString().contains("has 2 records of this key"));
        assertEquals(ITEMS, found.getInt("counts.compared"));
        assertEquals(ITEMS - 5, found.getInt("counts.equal"));
        assertEquals(3, found.getInt("counts.unkeyed"));
        assertEquals(100, found.getInt("progress.percent"));
    }

    @Test
    void leavesAloneMoreExtraRecordsThanTheRoutesDeleteGuardLetsPass() {
        Book book = new Book("guarded").fill(8);
        book.run("range=all");
        for (String key : List.of("X-1", "X-2", "X-3")) {
            given().contentType("application/json")
                    .body("{\"name\":\"Nobody sent it\"}")
                    .put("/sandbox/relay/" + book.route() + "/" + key);
        }
        JsonPath held = Reconciliations.of(book.route(), "repair=true");
        assertEquals(3, held.getInt("counts.extra"), held.prettify());
        assertEquals(0, held.getInt("counts.repaired"), held.prettify());
        String outcome =
                Reconciliations.differences(held).get("X-1").get("outcome").toString();
        assertTrue(outcome.contains("3 of 11") && outcome.contains("20 %") && outcome.contains("deleteGuard"), outcome);

        given().delete("/sandbox/relay/" + book.route() + "/X-3");
        JsonPath repaired = Reconciliations.of(book.route(), "repair=true");
        assertEquals(2, repaired.getInt("counts.repaired"), "2 of 10 are no more than 20 %");
    }

    @Test
    void countsOnWhereItListsNoMore() {
        Database ledger = Vault.filledWith(2_345);
        ledger.execute("delete from vault_items");
        JsonPath found = Reconciliations.of(Vault.ROUTE, "");
        assertEquals(2_345, found.getInt("counts.missing"));
        assertEquals(1_000, Reconciliations.differences(found).size());
        assertTrue(found.getString("reason").contains("It lists 1000 of 2345 differences"), found.prettify());
    }

    @Test
    void comparesWhatTheRouteMakesOfTheTargetsWords() {
        Book book = new Book("mapped");
        book.put("lower", Instant.EPOCH).put("Upper", Instant.EPOCH);
        book.run("range=all");
        Map<String, Map<String, Object>> differences =
                Reconciliations.differences(Reconciliations.of(book.route(), ""));
        assertTrue(!differences.containsKey(book.key("lower")), differences.toString());
        assertEquals(
                List.of(Map.of("field", "name", "source", "Upper", "target", "upper")),
                differences.get(book.key("Upper")).get("fields"));
    }

    @Test
    void saysWhatToAddWhereATargetCannotBeRead() {
        refused(Vault.WITHOUT_READ_SIDE, "systems/drop.camel.yaml");
        refused(Vault.WITHOUT_QUERY, "targetQuery to " + Vault.WITHOUT_QUERY + ".camel.yaml");
    }

    private static void refused(String route, String cure) {
        as("operator")
                .post("/api/routes/" + route + "/reconciliations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(cure));
    }
}
