package dev.syncline.api.rules;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.rule.Effect;
import dev.syncline.rule.Operator;
import dev.syncline.rule.Rule;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Chain;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rule says before it is stored which records it keeps back, and keeps back just those. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class RuleMatchesTest {
    private static final String ROUTE = "erp-vendors-to-relay";

    /** By key: the name, and an address that the relay takes or refuses. */
    private static final Map<String, List<String>> VENDORS = Map.of(
            "V-CHK-1", List.of("Chk Alpha", "a@chk.example.com"),
            "V-CHK-2", List.of("chk alpha", "b@chk.example.com"),
            "V-CHK-3", List.of("Chk Beta", "c@chk.example.com"),
            "V-CHK-4", List.of("Chk Gamma", "no address"));

    /** By operator and value, of the name: the records that match. */
    private static final Map<List<String>, Set<String>> CASES = Map.of(
            List.of("eq", "Chk Alpha"), Set.of("V-CHK-1"),
            List.of("in", "Chk Alpha,Chk Gamma"), Set.of("V-CHK-1", "V-CHK-4"),
            List.of("matches", "Chk .*"), Set.of("V-CHK-1", "V-CHK-3", "V-CHK-4"),
            List.of("matches", "[Cc]hk [aA].*"), Set.of("V-CHK-1", "V-CHK-2"),
            List.of("eq", "Chk nobody"), Set.of());

    @Inject
    RuleCheck check;

    @BeforeEach
    void load() {
        given().delete("/sandbox/faults");
        VENDORS.forEach((key, vendor) -> put(key, vendor.get(0), vendor.get(1)));
        Chain.run(ROUTE, "changes", "shallow");
    }

    @AfterEach
    void mend() {
        VENDORS.forEach((key, vendor) -> put(key, vendor.get(0), "mended@chk.example.com"));
        Chain.run(ROUTE, "changes", "shallow");
    }

    @Test
    void namesTheRecordsOfEachRuleWhetherTheyAreAtTheTargetOrNot() {
        CASES.forEach((rule, keys) -> {
            JsonPath tried = tried(rule.get(0), rule.get(1));
            assertEquals(new TreeSet<>(keys), new TreeSet<>(tried.getList("matches.items.key")), rule + "");
            assertEquals(keys.size(), tried.getInt("matches.keepsBack"), tried.prettify());
            assertEquals(
                    keys.size() - (keys.contains("V-CHK-4") ? 1 : 0),
                    tried.getInt("matches.delivered"),
                    tried.prettify());
        });
    }

    @Test
    void keepsBackJustThoseThatItNamedOnceTheyChange() {
        JsonPath tried = tried("matches", "Chk .*");
        long rule = Api.as("admin")
                .contentType("application/json")
                .body(body("matches", "Chk .*"))
                .post("/api/rules")
                .then()
                .statusCode(201)
                .body("matches", nullValue())
                .extract()
                .as(Reply.class)
                .getLong("id");
        try {
            VENDORS.forEach((key, vendor) -> put(key, vendor.get(0), "changed@chk.example.com"));
            Chain.run(ROUTE, "changes", "shallow");
            Set<String> blocked = new TreeSet<>();
            for (String key : VENDORS.keySet()) {
                if (Api.record(ROUTE, key).getString("status").equals("BLOCKED")) {
                    blocked.add(key);
                }
            }
            assertEquals(new TreeSet<>(tried.getList("matches.items.key")), blocked);
        } finally {
            Api.as("admin").delete("/api/rules/" + rule);
        }
    }

    @Test
    void saysWhatItCannotTell() {
        JsonPath tried = Api.as("admin")
                .contentType("application/json")
                .body("{\"route\":\"" + ROUTE + "\",\"field\":\"noSuchField\",\"operator\":\"missing\"}")
                .post("/api/rules?dryRun=true")
                .as(Reply.class);
        assertEquals(0, tried.getInt("matches.keepsBack"));
        assertEquals(tried.getInt("matches.lookedAt"), tried.getInt("matches.unknown"));
        assertFalse(tried.getBoolean("matches.isWhole"));
        assertTrue(tried.getString("matches.note").contains("no field noSuchField"), tried.prettify());
    }

    @Test
    void looksAtABoundedNumberAndSaysThatItIsAPart() {
        Rule rule = new Rule(null, ROUTE, "name", Operator.NE, List.of("x"), false, null, Effect.BLOCK, null, "admin");
        RuleMatches part = check.matches(rule, 2, 3);
        assertEquals(3, part.lookedAt());
        assertEquals(3, part.keepsBack());
        assertEquals(2, part.items().size());
        assertFalse(part.isWhole());
        assertTrue(part.note().startsWith("3 of "), part.note());
        RuleMatches whole = check.matches(rule, 2);
        assertTrue(whole.lookedAt() > 3, whole.note());
        assertEquals(whole.records() == whole.lookedAt() && whole.unknown() == 0, whole.isWhole(), whole.note());
    }

    @Test
    void aRuleWithoutAFieldIsForAllRecords() {
        Api.as("admin")
                .contentType("application/json")
                .body("{\"route\":\"" + ROUTE + "\"}")
                .post("/api/rules?dryRun=true")
                .then()
                .statusCode(200)
                .body("matches.isWhole", equalTo(true))
                .body("matches.items.size()", equalTo(20));
    }

    private static JsonPath tried(String operator, String value) {
        return Api.as("admin")
                .contentType("application/json")
                .body(body(operator, value))
                .post("/api/rules?dryRun=true")
                .then()
                .statusCode(200)
                .extract()
                .as(Reply.class);
    }

    private static String body(String operator, String value) {
        return "{\"route\":\"" + ROUTE + "\",\"field\":\"name\",\"operator\":\"" + operator + "\",\"value\":\"" + value
                + "\"}";
    }

    private static void put(String key, String name, String email) {
        assertTrue(given().contentType("application/json")
                        .body(Map.of("name", name, "email", email))
                        .put("/sandbox/erp/vendors/" + key)
                        .statusCode()
                < 300);
    }
}
