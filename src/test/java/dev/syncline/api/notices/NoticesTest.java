package dev.syncline.api.notices;

import static dev.syncline.support.Api.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.syncline.record.Notice;
import dev.syncline.record.Notices;
import dev.syncline.record.Notices.Subject;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Reply;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class NoticesTest {
    private static final String ROUTE = "route-of-the-notices-test";

    @Inject
    Notices notices;

    @BeforeEach
    void forget() {
        Database.hub().execute("delete from sync_notice where route in (?, ?)", ROUTE, ROUTE + "-2");
    }

    @Test
    void isRaisedOnceForKindRouteAndKeyAndCounts() {
        notices.raise("MISSING_ITEM", ROUTE, "V-1", "Item 7 is missing");
        notices.raise("MISSING_ITEM", ROUTE, "V-1", "Item 8 is missing");
        notices.raise("MISSING_ITEM", ROUTE, "V-2", "Item 9 is missing");
        notices.raise("MISSING_ITEM", ROUTE, null, "Items are missing");
        JsonPath open = list("status=open");
        assertEquals(3, open.getList("items").size());
        as("viewer")
                .get("/api/notices?status=open&q=item 8&route=" + ROUTE)
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].kind", equalTo("MISSING_ITEM"))
                .body("items[0].status", equalTo("open"))
                .body("items[0].route", equalTo(ROUTE))
                .body("items[0].key", equalTo("V-1"))
                .body("items[0].text", equalTo("Item 8 is missing"))
                .body("items[0].count", equalTo(2))
                .body("items[0].at", notNullValue())
                .body("items[0].lastAt", notNullValue())
                .body("items[0].resolvedAt", nullValue())
                .body("items[0].resolvedBy", nullValue());
    }

    @Test
    void areFoundOfManyRecordsAndTheirParts() {
        for (String key :
                List.of("PO-1", "PO-1 line 2", "PO-1 item A 7", "PO-10", "PO-1 lines", "PO-1!", "PO-2 line 1")) {
            notices.raise("CANCELLED_LINE", ROUTE, key, "Line is cancelled");
        }
        notices.raise("CANCELLED_LINE", ROUTE + "-2", "PO-1", "Of another route");
        notices.clear("CANCELLED_LINE", ROUTE, "PO-2 line 1");
        Subject first = new Subject(ROUTE, "PO-1");
        Subject tenth = new Subject(ROUTE, "PO-10");

        Map<Subject, List<Notice>> found = notices.about(List.of(first, tenth, new Subject(ROUTE, "PO-2")), 100);

        assertEquals(Set.of(first, tenth), found.keySet());
        assertEquals(List.of("PO-1 item A 7", "PO-1 line 2", "PO-1"), keys(found.get(first)));
        assertEquals(List.of("PO-10"), keys(found.get(tenth)));
        assertEquals(
                List.of("PO-1 item A 7"), keys(notices.about(List.of(first), 1).get(first)));
        assertEquals(Map.of(), notices.about(List.of(), 100));
    }

    private static List<String> keys(List<Notice> notices) {
        return notices.stream().map(notice -> notice.key).toList();
    }

    @Test
    void isResolvedByAnOperatorOnceAndOpensAnewWhenRaisedAgain() {
        notices.raise("CANCELLED_LINE", ROUTE, "PO-1", "Line 2 is cancelled");
        long id = list("status=open").getLong("items[0].id");
        as("viewer").post("/api/notices/" + id + "/resolve").then().statusCode(403);
        for (String user : List.of("operator", "admin")) {
            as(user).post("/api/notices/" + id + "/resolve")
                    .then()
                    .statusCode(200)
                    .body("id", equalTo((int) id))
                    .body("status", equalTo("resolved"))
                    .body("resolvedBy", equalTo("operator"));
        }
        assertEquals(List.of(), list("status=open").getList("items"));
        assertEquals(1, list("status=resolved").getList("items").size());
        assertEquals(
                1,
                Database.hub()
                        .value(
                                Long.class,
                                "select count(*) from sync_audit where action = 'resolve' and detail = ?",
                                "notice " + id));

        notices.raise("CANCELLED_LINE", ROUTE, "PO-1", "Line 3 is cancelled");
        assertEquals(2, list("status=all").getList("items").size());
        assertEquals(1, list("status=open").getInt("items[0].count"));
    }

    @Test
    void areCountedAndListedByKind() {
        notices.raise("OF_THE_NOTICES_TEST", ROUTE, "a", "First");
        notices.raise("OF_THE_NOTICES_TEST", ROUTE, "b", "Second");
        notices.raise("OF_THE_NOTICES_TEST_TOO", ROUTE, "a", "Third");
        notices.raise("OF_THE_NOTICES_TEST", ROUTE, "c", "Fourth");
        notices.clear("OF_THE_NOTICES_TEST", ROUTE, "c");
        List<Map<String, Object>> kinds =
                as("viewer").get("/api/notices/kinds").as(Reply.class).getList("items");
        Map<Object, Map<String, Object>> byName =
                kinds.stream().collect(Collectors.toMap(kind -> kind.get("kind"), kind -> kind));
        Map<String, Object> found = byName.get("OF_THE_NOTICES_TEST");
        assertEquals(2, found.get("count"));
        assertEquals(false, found.get("more"));
        assertEquals("Second", found.get("example"));
        assertEquals(1, byName.get("OF_THE_NOTICES_TEST_TOO").get("count"));
        assertEquals(list("kind=OF_THE_NOTICES_TEST").getString("items[0].lastAt"), found.get("lastAt"));
        assertEquals(List.of("b", "a"), list("kind=OF_THE_NOTICES_TEST").getList("items.key"));
        assertEquals(
                List.of("c"), list("kind=OF_THE_NOTICES_TEST&status=resolved").getList("items.key"));
    }

    @Test
    void isClearedWhenItsCauseWentAway() {
        notices.raise("DID_NOT_RUN", ROUTE, null, "It did not run");
        notices.clear("DID_NOT_RUN", ROUTE, "another");
        assertEquals(1, list("status=open").getList("items").size());
        notices.clear("DID_NOT_RUN", ROUTE, null);
        notices.clear("DID_NOT_RUN", ROUTE, null);
        assertEquals(List.of(), list("status=open").getList("items"));
        assertEquals("syncline", list("status=resolved").getString("items[0].resolvedBy"));
    }

    @Test
    void isThereOnlyIfTheTransactionIs() {
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    notices.raise("MISSING_ITEM", ROUTE, "V-1", "Item 7 is missing");
                    throw new IllegalStateException("the page is not recorded");
                }));
        assertEquals(List.of(), list("status=all").getList("items"));
    }

    @Test
    void comesInPagesNewestFirst() {
        List.of("a", "b", "c").forEach(key -> notices.raise("MISSING_ITEM", ROUTE, key, "Missing"));
        JsonPath first = list("limit=2");
        assertEquals(List.of("c", "b"), first.getList("items.key"));
        JsonPath second = list("limit=2&cursor=" + first.getString("next"));
        assertEquals(List.of("a"), second.getList("items.key"));
        assertEquals(null, second.getString("next"));
    }

    @Test
    void saysWhatIsWrongWithACall() {
        as("operator").post("/api/notices/0/resolve").then().statusCode(404);
        as("operator").post("/api/notices/x/resolve").then().statusCode(404);
        as("viewer")
                .get("/api/notices?status=closed")
                .then()
                .statusCode(400)
                .body("detail", containsString("Statuses are open, resolved, all"));
    }

    private static JsonPath list(String query) {
        return as("viewer").get("/api/notices?route=" + ROUTE + "&" + query).as(Reply.class);
    }
}
