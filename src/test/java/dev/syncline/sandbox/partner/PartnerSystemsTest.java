package dev.syncline.sandbox.partner;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class PartnerSystemsTest {
    @AfterEach
    void clearFaults() {
        given().delete("/sandbox/faults").then().statusCode(204);
    }

    @Test
    void refusesRecordsOneByOneInItsOwnWords() {
        deliver("refusals", "{'key':'1','data':{'email':'a@b.example'}},{'key':'2','data':{'email':'none'}}")
                .body("results.status", is(List.of("created", "refused")))
                .body("results[1].reason", equalTo("'none' is not an e-mail address"));
        given().header("Authorization", "Bearer projects-token")
                .body(json("{'updates':[{'origin_id':'1','name':'" + "x".repeat(151) + "'},{'origin_id':'2'}]}"))
                .patch("/sandbox/projects/refusals/sync")
                .then()
                .statusCode(200)
                .body("entities.origin_id", is(List.of("2")))
                .body("errors[0].errors.name[0]", equalTo("is too long (maximum is 150 characters)"));
    }

    @Test
    void aRepetitionHasNoSecondEffectAndIsCounted() {
        String first = "{'key':'1','idempotencyKey':'a','data':{'name':'A'}}";
        deliver("repetitions", first).body("results[0].status", equalTo("created"));
        deliver("repetitions", first).body("results[0].status", equalTo("created"));
        given().get("/sandbox/relay/log?entity=repetitions").then().body("records", is(2), "duplicates", is(1));
    }

    @Test
    void aRecordThatGoesBackToWhatItWasIsTaken() {
        String first = "{'key':'1','idempotencyKey':'a','data':{'name':'A'}}";
        deliver("returns", first);
        deliver("returns", "{'key':'1','idempotencyKey':'b','data':{'name':'B'}}");
        deliver("returns", first).body("results[0].status", equalTo("updated"));
        given().get("/sandbox/relay/returns/1").then().body("name", equalTo("A"));
    }

    @Test
    void keepsChildrenThatAreNotSentAgain() {
        deliver("children", "{'key':'1','data':{'name':'A','lines':[{'no':1}]}}");
        deliver("children", "{'key':'1','data':{'name':'B'}}");
        given().header("Authorization", "Bearer relay-token")
                .get("/sandbox/relay/children/records")
                .then()
                .body("total", is(1), "records[0].data", hasEntry("name", "B"))
                .body("records[0].data.lines", nullValue());
        given().get("/sandbox/relay/children").then().body("items[0].lines[0].no", is(1));
    }

    @Test
    void pagesByCursorWithoutGapOrRepetition() {
        deliver("pages", "{'key':'1','data':{}},{'key':'2','data':{}},{'key':'3','data':{}}");
        String cursor = given().header("Authorization", "Bearer relay-token")
                .get("/sandbox/relay/pages/records?limit=2")
                .then()
                .body("records.key", is(List.of("1", "2")), "nextCursor", not(nullValue()))
                .extract()
                .path("nextCursor");
        given().header("Authorization", "Bearer relay-token")
                .get("/sandbox/relay/pages/records?limit=2&cursor=" + cursor)
                .then()
                .body("records.key", is(List.of("3")), "nextCursor", nullValue(), "total", nullValue());
    }

    @Test
    void aFaultStrikesAsOftenAsItWasTold() {
        given().body(json("{'system':'relay','entity':'faulty','kind':'status','status':429,'retryAfter':2,'times':1}"))
                .post("/sandbox/faults")
                .then()
                .statusCode(201);
        given().header("Authorization", "Bearer relay-token")
                .body("{\"records\":[]}")
                .post("/sandbox/relay/faulty/batch")
                .then()
                .statusCode(429)
                .header("Retry-After", "2");
        deliver("faulty", "{'key':'1','data':{}}").body("results[0].status", equalTo("created"));
    }

    @Test
    void theErpHasTheRowsItPromises() {
        given().get("/sandbox/erp/vendors?limit=1").then().body("items[0].key", equalTo("V-00001"));
        given().body("{\"nix\":1}").put("/sandbox/erp/vendors/V-00001").then().statusCode(400);
        given().body("{}").put("/sandbox/erp/nothing/1").then().statusCode(404);
        given().body("{\"name\":\"New\"}")
                .put("/sandbox/erp/cost-types/NEW")
                .then()
                .statusCode(201);
        given().delete("/sandbox/erp/cost-types/NEW").then().statusCode(204);
    }

    private static ValidatableResponse deliver(String entity, String records) {
        return given().header("Authorization", "Bearer relay-token")
                .body(json("{'records':[" + records + "]}"))
                .post("/sandbox/relay/" + entity + "/batch")
                .then()
                .statusCode(200);
    }

    /** As in JSON, with single quotes around names and values. */
    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
