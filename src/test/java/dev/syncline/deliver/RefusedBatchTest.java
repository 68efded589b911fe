package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Shaky;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets that do not take a batch as it is: bad records stand alone, the others are delivered. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Shaky.class)
@QuarkusTestResource(SandboxTestResource.class)
class RefusedBatchTest {
    @AfterEach
    void mend() {
        RestAssured.delete("/sandbox/faults");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 413, 422})
    void oneRecordThatTheTargetDoesNotTakeStandsAlone(int status) {
        Book book = new Book("batches").fill(500);
        String culprit = book.key("217");
        Api.fault(
                "relay", book.route(), "refuse-batch", "status", status, "match", culprit, "reason", "no such country");
        JsonPath run = Api.run(book.route(), "range=all");
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        assertEquals(499, run.getInt("counts.created"));
        assertEquals(1, run.getInt("counts.failed"));
        assertEquals(499, book.delivered().size());
        JsonPath record = Api.record(book.route(), culprit);
        assertEquals("FAILED", record.getString("status"));
        assertEquals("no such country", record.getString("reason"), "the target's own words");
        assertEquals("Order 217", record.getString("payload.name"));
    }

    @Test
    void oneRecordThatTheTargetBreaksOnStandsAloneAndIsSentAgainByTheNextRun() {
        Book book = new Book("batches").fill(500);
        Api.fault("relay", book.route(), "refuse-batch", "status", 500, "match", book.key("217"));
        int before = Api.log("relay", book.route()).getInt("requests");
        JsonPath run = Api.run(book.route(), "range=all");
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        assertEquals(499, run.getInt("counts.created"));
        int requests = Api.log("relay", book.route()).getInt("requests") - before;
        assertTrue(requests <= 5 + 2 * 9, "five times the whole, once each half: " + requests);
        RestAssured.delete("/sandbox/faults");
        JsonPath next = Api.run(book.route(), "range=all");
        assertEquals("SUCCESS", next.getString("status"), next.prettify());
        assertEquals(1, next.getInt("counts.created"));
        assertEquals(500, book.delivered().size());
    }

    @Test
    void aTargetThatBreaksOnEverythingFailsTheRunAfterFewCalls() {
        Book book = new Book("batches").fill(500);
        Api.fault("relay", book.route(), "status", "status", 500);
        int before = Api.log("relay", book.route()).getInt("requests");
        JsonPath run = Api.run(book.route(), "range=all");
        assertEquals("FAILED", run.getString("status"), run.prettify());
        assertTrue(run.getString("reason").contains("answered 500"), run.prettify());
        int requests = Api.log("relay", book.route()).getInt("requests") - before;
        assertTrue(requests <= 20, requests + " calls");
        RestAssured.delete("/sandbox/faults");
        book.run("range=all");
        assertEquals(500, book.delivered().size());
    }

    @Test
    void aTargetThatRefusesEverythingLosesNothing() {
        Book book = new Book("batches").fill(30);
        Api.fault("relay", book.route(), "refuse-batch", "match", ".*", "status", 422, "reason", "closed for the year");
        JsonPath run = Api.run(book.route(), "range=all");
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        assertEquals(30, run.getInt("counts.failed"));
        assertEquals(
                "closed for the year", Api.record(book.route(), book.key("30")).getString("reason"));
        RestAssured.delete("/sandbox/faults");
        book.put("next", book.now());
        JsonPath next = Api.run(book.route(), "range=all");
        assertEquals(1, next.getInt("counts.created"), "the next one goes");
    }

    @Test
    void recordsThatAnAnswerLeavesOutAreSentAgainByTheNextRun() {
        Book book = new Book("batches").fill(20);
        Api.fault("relay", book.route(), "short-answer", "match", ".*-1?[37]");
        JsonPath run = Api.run(book.route(), "range=all");
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        assertEquals(4, run.getInt("counts.failed"));
        assertTrue(Api.record(book.route(), book.key("7")).getString("reason").contains("without a result"));
        RestAssured.delete("/sandbox/faults");
        assertEquals("SUCCESS", Api.run(book.route(), "range=all").getString("status"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html><body>Sign in</body></html>", "{\"results\":[{\"key\":", "[]", "{\"results\":{}}", ""})
    void anAnswerWithoutSenseIsNoSuccessAndMayHeal(String body) {
        Book book = new Book("batches").fill(20);
        Api.fault("relay", book.route(), "malformed", "body", body, "times", 2);
        int before = Api.log("relay", book.route()).getInt("requests");
        JsonPath run = Api.run(book.route(), "range=all");
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertEquals(3, Api.log("relay", book.route()).getInt("requests") - before);
        assertEquals(20, book.delivered().size());
    }

    @Test
    void answersThatNeverMakeSenseFailTheRun() {
        Book book = new Book("batches").fill(20);
        Api.fault("relay", book.route(), "malformed");
        JsonPath run = Api.run(book.route(), "range=all");
        assertEquals("FAILED", run.getString("status"), run.prettify());
        assertTrue(run.getString("reason").contains("no JSON"), run.prettify());
        assertTrue(run.getString("reason").contains("Bad Gateway"), run.prettify());
        RestAssured.delete("/sandbox/faults");
        book.run("range=all");
        assertEquals(20, book.delivered().size());
    }
}
