package dev.syncline.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Ledger;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys that a path cannot hold, or that look as if they were more of it. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class KeysInPathsTest {
    private static final List<String> KEYS =
            List.of(".", "..", "a/../b", "//", "x;y=1", "%2E", "a/retry", "ü ?#&=+", "retry");

    @Test
    void everyKeyIsReachableBesideThePath() {
        Book book = new Book("moved");
        for (String key : KEYS) {
            Ledger.database()
                    .execute(
                            "insert into orders (book, order_no, name, touched) values (?, ?, 'x', now())",
                            book.route(),
                            key);
        }
        book.run("range=all");
        for (String key : KEYS) {
            Response found = Api.as("viewer").queryParam("key", key).get("/api/records/{route}/-", book.route());
            assertEquals(200, found.statusCode(), key + ": " + found.asString());
            assertEquals(key, found.as(Reply.class).getString("key"));
            assertEquals("SUCCESS", found.as(Reply.class).getString("status"));
            Response retried =
                    Api.as("operator").queryParam("key", key).post("/api/records/{route}/-/retry", book.route());
            assertEquals(409, retried.statusCode(), key + ": " + retried.asString());
            assertEquals(true, retried.asString().contains("The record is SUCCESS"), retried.asString());
        }
        assertEquals(
                404,
                Api.as("viewer")
                        .queryParam("key", "...")
                        .get("/api/records/{route}/-", book.route())
                        .statusCode());
        for (String call : List.of("/api/purchase-orders/-/-", "/api/purchase-orders/-/-/refresh")) {
            var asked = Api.as("operator").queryParam("vendor", ".").queryParam("number", "..");
            Response answer = call.endsWith("refresh") ? asked.post(call) : asked.get(call);
            assertEquals(404, answer.statusCode());
            assertEquals(true, answer.asString().contains("'..' of vendor '.'"), answer.asString());
        }
    }
}
