package dev.syncline.api.rules;

import static dev.syncline.support.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Chain;
import dev.syncline.support.Counters;
import dev.syncline.support.Database;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class RulesTest {
    private static final String VENDORS = "erp-vendors-to-relay";
    private static final String SUB_JOBS = "erp-sub-jobs-to-relay";

    private final Database erp = Database.of("erp");

    @AfterEach
    void noRules() {
        Api.as("viewer")
                .get("/api/rules?limit=500")
                .as(Reply.class)
                .getList("items.id")
                .forEach(id -> Api.as("admin").delete("/api/rules/" + id));
    }

    @Test
    void aRuleForEverythingSaysHowManyRecordsItWouldKeepBack() {
        Chain.run(VENDORS, "changes", "shallow");
        List<Map<String, Integer>> counts =
                Api.as("viewer").get("/api/routes?limit=500").as(Reply.class).getList("items.counts");
        int records = counts.stream()
                .mapToInt(of -> of.values().stream().mapToInt(Integer::intValue).sum())
                .sum();
        Api.as("admin")
                .contentType("application/json")
                .body("{\"route\":\"*\"}")
                .post("/api/rules?dryRun=true")
                .then()
                .statusCode(200)
                .body("id", equalTo(null))
                .body("keepsBack", equalTo(records));
        assertEquals(
                0,
                Api.as("viewer")
                        .get("/api/rules")
                        .as(Reply.class)
                        .getList("items")
                        .size(),
                "nothing was made");
        long vendors = Database.hub()
                .value(
                        Long.class,
                        "select count(*) from sync_record where route = (select id from sync_route where name = ?)",
                        VENDORS);
        Api.as("admin")
                .contentType("application/json")
                .body("{\"route\":\"" + VENDORS + "\"}")
                .post("/api/rules")
                .then()
                .statusCode(201)
                .body("keepsBack", equalTo((int) vendors));
        Api.as("admin")
                .contentType("application/json")
                .body("{\"route\":\"*\",\"field\":\"name\",\"operator\":\"missing\"}")
                .post("/api/rules?dryRun=true")
                .then()
                .statusCode(200)
                .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("keepsBack")));
    }

    @Test
    void blocksEveryRecordOfAVendorUntilTheRuleIsDeleted() {
        vendor("V-RULE-1", "Before");
        vendor("V-RULE-2", "Before");
        Chain.run(VENDORS, "changes", "shallow");
        long rule = rule(
                """
                {"route":"*-vendors-*","field":"vendorNo","operator":"eq","value":"V-RULE-1","reason":"In dispute"}""");

        vendor("V-RULE-2", "After");
        erp.execute("update vendors set name = 'After' where vendor_no = 'V-RULE-1'"); // changed-at does not move
        JsonPath run = Chain.run(VENDORS, "all", "deep");
        assertEquals(1, run.getInt("counts.blocked"), run.prettify());
        assertEquals(1, run.getInt("counts.updated"));
        Api.as("viewer")
                .get("/api/records/" + VENDORS + "/V-RULE-1")
                .then()
                .body("status", equalTo("BLOCKED"))
                .body(
                        "reason",
                        equalTo("Rule " + rule
                                + " blocks it: In dispute. Delete the rule, and the next run sends the record"))
                .body("payload.name", equalTo("After"));
        assertEquals("Before", relayHas("V-RULE-1"));
        assertEquals("After", relayHas("V-RULE-2"));
        assertEquals(1, Api.route(VENDORS).getInt("counts.blocked"));
        Counters.assertExact(VENDORS);

        erp.execute("update vendors set changed_at = now() - interval '3 days' where vendor_no = 'V-RULE-1'");
        Chain.run(VENDORS, "changes", "shallow");
        assertEquals("BLOCKED", status(VENDORS, "V-RULE-1"));
        Api.as("admin").delete("/api/rules/" + rule).then().statusCode(204);
        Chain.run(VENDORS, "changes", "shallow");
        assertEquals("SUCCESS", status(VENDORS, "V-RULE-1"));
        assertEquals("After", relayHas("V-RULE-1"));
        Counters.assertExact(VENDORS);
    }

    @Test
    void leavesWhatTheTargetHasAlreadyAlone() {
        vendor("V-RULE-3", "There already");
        Chain.run(VENDORS, "changes", "shallow");
        rule("{\"route\":\"" + VENDORS + "\",\"field\":\"vendorNo\",\"operator\":\"matches\",\"value\":\"V-RULE-3\"}");
        Chain.run(VENDORS, "all", "deep");
        assertEquals("SUCCESS", status(VENDORS, "V-RULE-3"));
    }

    @Test
    void aHoldRulePutsOnHold() {
        long rule = rule(
                """
                {"route":"erp-vendors-to-relay","field":"name","operator":"in","value":["Held","Held too"],"effect":"HOLD"}""");
        vendor("V-RULE-4", "Held too");
        Chain.run(VENDORS, "changes", "shallow");
        Api.as("viewer")
                .get("/api/records/" + VENDORS + "/V-RULE-4")
                .then()
                .body("status", equalTo("ON_HOLD"))
                .body("reason", containsString("Rule " + rule + " holds it: name in Held, Held too"));
        Api.as("admin").delete("/api/rules/" + rule);
        Chain.run(VENDORS, "changes", "shallow");
        assertEquals("SUCCESS", status(VENDORS, "V-RULE-4"));
    }

    @Test
    void aRetryAndAnEditAreBlockedToo() {
        vendor("V-RULE-5", "Blocked");
        long rule = rule("{\"route\":\"*\",\"field\":\"name\",\"operator\":\"eq\",\"value\":\"Blocked\"}");
        Chain.run(VENDORS, "changes", "shallow");
        for (String body : new String[] {"", "{\"payload\":{\"vendorNo\":\"V-RULE-5\",\"name\":\"Blocked\"}}"}) {
            long run = Api.as("operator")
                    .contentType("application/json")
                    .body(body)
                    .post("/api/records/" + VENDORS + "/V-RULE-5/retry")
                    .then()
                    .statusCode(202)
                    .extract()
                    .as(Reply.class)
                    .getLong("id");
            await().until(() ->
                    Api.as("viewer").get("/api/runs/" + run).as(Reply.class).getString("finishedAt") != null);
            assertEquals("BLOCKED", status(VENDORS, "V-RULE-5"));
        }
        Api.as("admin").delete("/api/rules/" + rule);
        Chain.run(VENDORS, "changes", "shallow");
        assertEquals("SUCCESS", status(VENDORS, "V-RULE-5"));
        Counters.assertExact(VENDORS);
    }

    @Test
    void keepsADeletionBack() {
        put("jobs/J-RULE", Map.of("name", "Made for a test"));
        put("sub-jobs/J-RULE|01", Map.of("name", "Deleted at the source"));
        Chain.run("erp-jobs-to-relay", "changes", "shallow");
        Chain.run(SUB_JOBS, "all", "deep");
        long rule = rule(
                "{\"route\":\"*sub-jobs*\",\"field\":\"jobNo\",\"operator\":\"eq\",\"value\":\"J-RULE\",\"reason\":\"Audit\"}");
        erp.execute("delete from sub_jobs where job_no = 'J-RULE'");
        assertEquals(0, Chain.run(SUB_JOBS, "all", "deep").getInt("counts.deleted"));
        assertEquals("BLOCKED", status(SUB_JOBS, "J-RULE|01"));
        assertEquals(
                "Deleted at the source",
                Api.item("relay", "sub-jobs", "J-RULE|01").getString("name"));
        Api.as("admin").delete("/api/rules/" + rule);
        Chain.run(SUB_JOBS, "changes", "shallow");
        assertEquals("SUCCESS", status(SUB_JOBS, "J-RULE|01"));
        given().get("/sandbox/relay/sub-jobs/J-RULE|01").then().statusCode(404);
        Counters.assertExact(SUB_JOBS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    {"field":"a","operator":"eq","value":"x"}; Name the route
                    {"route":"*-nobody-*"}; matches no route
                    {"route":"*","field":"a"}; needs an operator
                    {"route":"*","field":"a","operator":"like","value":"x"}; Unknown operator 'like'
                    {"route":"*","operator":"eq","value":"x"}; needs the field
                    {"route":"*","value":"x"}; needs the field
                    {"route":"*","field":"a","operator":"eq"}; needs a value
                    {"route":"*","field":"a","operator":"in","value":[]}; needs a value
                    {"route":"*","field":"a","operator":"gt","value":[1]}; must be text, a number
                    {"route":"*","field":"a","operator":"missing","value":"x"}; takes no value
                    {"route":"*","field":"a","operator":"matches","value":"("}; is not a regular expression
                    {"route":"*","field":"a","operator":"gt","value":"x","ignoreCase":true}; the operator gt does not look at the case
                    {"route":"*","ignoreCase":true}; compares no text
                    {"route":"*","field":"a","operator":"eq","value":"x","effect":"WARN"}; Effects are BLOCK, HOLD
                    {"route":"*","filed":"a"}; filed
                    {; not JSON
                    """)
    void saysWhatIsWrongWithARule(String body, String detail) {
        Api.as("admin")
                .contentType("application/json")
                .body(body)
                .post("/api/rules")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    @Test
    void anEditDoesNotGetAroundARule() {
        vendor("V-RULE-6", "Disputed");
        rule("{\"route\":\"" + VENDORS
                + "\",\"field\":\"vendorNo\",\"operator\":\"eq\",\"value\":\"v-rule-6\",\"ignoreCase\":true}");
        Chain.run(VENDORS, "changes", "shallow");
        for (String payload :
                new String[] {"{\"vendorNo\":\"V-RULE-6\",\"name\":\"Edited\"}", "{\"name\":\"Without its key\"}"}) {
            long run = Api.as("operator")
                    .contentType("application/json")
                    .body("{\"payload\":" + payload + "}")
                    .post("/api/records/" + VENDORS + "/V-RULE-6/retry")
                    .then()
                    .statusCode(202)
                    .extract()
                    .as(Reply.class)
                    .getLong("id");
            Api.ended(run);
            assertEquals("BLOCKED", status(VENDORS, "V-RULE-6"), payload);
        }
        given().get("/sandbox/relay/vendors/V-RULE-6").then().statusCode(404);
        for (String payload : new String[] {
            "{\"vendorNo\":\"V-RULE-7\",\"name\":\"Edited\"}",
            "{\"vendorNo\":\"V-RULE-6\",\"vendorno\":\"V-RULE-7\",\"name\":\"Edited\"}",
            "{\"vendorNo\":null,\"name\":\"Edited\"}"
        }) {
            Api.as("operator")
                    .contentType("application/json")
                    .body("{\"payload\":" + payload + "}")
                    .post("/api/records/" + VENDORS + "/V-RULE-6/retry")
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("vendorNo tells which record it is, and is 'V-RULE-6'"));
        }
    }

    @Test
    void saysHowARuleTreatsCase() {
        long exact = rule("{\"route\":\"*\",\"field\":\"nothing\",\"operator\":\"eq\",\"value\":\"V-1\"}");
        long any = rule(
                "{\"route\":\"*\",\"field\":\"nothing\",\"operator\":\"in\",\"value\":[\"V-1\"],\"ignoreCase\":true}");
        long none = rule("{\"route\":\"*\",\"field\":\"nothing\",\"operator\":\"gt\",\"value\":1}");
        JsonPath rules = Api.as("viewer").get("/api/rules?limit=500").as(Reply.class);
        assertEquals(false, rules.get("items.find { it.id == " + exact + " }.ignoreCase"));
        assertEquals(true, rules.get("items.find { it.id == " + any + " }.ignoreCase"));
        assertEquals((Object) null, rules.get("items.find { it.id == " + none + " }.ignoreCase"));
    }

    @Test
    void listsRulesInPages() {
        long first = rule("{\"route\":\"*\",\"field\":\"nothing\",\"operator\":\"eq\",\"value\":1}");
        long second = rule("{\"route\":\"*\",\"field\":\"nothing\",\"operator\":\"in\",\"value\":\"a, b\"}");
        JsonPath page = Api.as("viewer").get("/api/rules?limit=1").as(Reply.class);
        assertEquals(first, page.getLong("items[0].id"));
        assertEquals("1", page.getString("items[0].value"));
        assertEquals("BLOCK", page.getString("items[0].effect"));
        assertEquals("admin", page.getString("items[0].createdBy"));
        Api.as("viewer")
                .get("/api/rules?limit=1&cursor=" + page.getString("next"))
                .then()
                .body("items[0].id", equalTo((int) second))
                .body("items[0].value", hasItem("b"))
                .body("next", equalTo(null));
    }

    @Test
    void onlyAnAdminMakesAndDeletesThemAndItIsWrittenDown() {
        String body = "{\"route\":\"*\",\"field\":\"nothing\",\"operator\":\"eq\",\"value\":\"x\"}";
        Api.as("operator")
                .contentType("application/json")
                .body(body)
                .post("/api/rules")
                .then()
                .statusCode(403);
        long rule = rule(body);
        Api.as("operator").delete("/api/rules/" + rule).then().statusCode(403);
        Api.as("admin").delete("/api/rules/" + rule).then().statusCode(204);
        Api.as("admin").delete("/api/rules/" + rule).then().statusCode(404).body("detail", notNullValue());
        assertEquals(
                2L,
                Database.hub()
                        .value(
                                Long.class,
                                "select count(*) from sync_audit where who = 'admin' and subject = ?",
                                "rule " + rule));
    }

    private static long rule(String body) {
        return Api.as("admin")
                .contentType("application/json")
                .body(body)
                .post("/api/rules")
                .then()
                .statusCode(201)
                .extract()
                .as(Reply.class)
                .getLong("id");
    }

    private static String status(String route, String key) {
        return Api.record(route, key).getString("status");
    }

    private static String relayHas(String key) {
        return Api.item("relay", "vendors", key).getString("name");
    }

    private static void vendor(String key, String name) {
        put("vendors/" + key, Map.of("name", name));
    }

    private static void put(String path, Map<String, Object> body) {
        assertTrue(given().contentType("application/json")
                        .body(body)
                        .put("/sandbox/erp/" + path)
                        .statusCode()
                < 300);
    }
}
