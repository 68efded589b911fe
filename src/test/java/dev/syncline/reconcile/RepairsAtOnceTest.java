package dev.syncline.reconcile;

import static dev.syncline.support.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.ManyRoutes;
import dev.syncline.support.Reconciliations;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More repairs at a time than the scheduler has threads, each of which waits for a run that needs one. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(ManyRoutes.class)
@QuarkusTestResource(SandboxTestResource.class)
class RepairsAtOnceTest {
    @Test
    void leaveThreadsToTheRunsThatTheyWaitFor() {
        List<Book> books = new ArrayList<>();
        for (int i = 0; i < ManyRoutes.COUNT; i++) {
            books.add(new Book("many-" + i).fill(1));
        }
        List<Long> begun = new ArrayList<>();
        for (Book book : books) {
            Response answer = as("operator").post("/api/routes/" + book.route() + "/reconciliations?repair=true");
            assertEquals(202, answer.statusCode(), answer.asString());
            begun.add(answer.as(Reply.class).getLong("id"));
        }
        for (long id : begun) {
            JsonPath ended = Reconciliations.ended(id);
            assertEquals("SUCCESS", ended.getString("status"), ended.prettify());
            assertEquals(1, ended.getInt("counts.repaired"), ended.prettify());
        }
    }
}
