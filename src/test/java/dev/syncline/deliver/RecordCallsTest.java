package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Partner;
import dev.syncline.support.Partner.Body;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A target that takes one record a call, and names its own ids: POST, then PATCH and DELETE by the id that came back. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Partner.Profile.class)
@QuarkusTestResource(SandboxTestResource.class)
class RecordCallsTest {
    private static final String ROUTE = "partner-things-to-single";
    private static final int RECORDS = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> things = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Partner partner = new Partner(ROUTE).fill(RECORDS).things(this::answer);

    @Test
    void createsThenUpdatesAndDeletesByTheIdThatCameBack() {
        JsonPath first = Api.run(ROUTE, "range=all");
        assertEquals("SUCCESS", first.getString("status"), first.prettify());
        assertEquals(RECORDS, first.getInt("counts.created"), first.prettify());
        String id = id("K-7");
        assertEquals(id, Api.record(ROUTE, "K-7").getString("targetRef"));
        calls.clear();
        partner.put("K-7", "{\"no\":\"K-7\",\"name\":\"Other\",\"amount\":7}").remove("K-8");
        String gone = id("K-8");
        JsonPath next = Api.run(ROUTE, "range=all&depth=deep");
        assertEquals("SUCCESS", next.getString("status"), next.prettify());
        assertEquals(Set.of("PATCH " + id, "DELETE " + gone), Set.copyOf(calls));
        assertEquals("Other", things.get(id).path("name").asText());
        assertEquals(RECORDS - 1, things.size());
    }

    @Test
    void aRefusalConcernsItsRecordAlone() {
        refused.addAll(Set.of("K-3", "K-4"));
        JsonPath run = Api.run(ROUTE, "range=all");
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        assertEquals(2, run.getInt("counts.failed"));
        assertEquals(RECORDS - 2, things.size());
        assertEquals("number K-3 is taken", Api.record(ROUTE, "K-3").getString("reason"));
        assertEquals("not this one", Api.record(ROUTE, "K-4").getString("reason"));
    }

    @Test
    void createsOnceThoughAnswersAreLost() {
        lostAnswers.set(3);
        JsonPath run = Api.run(ROUTE, "range=all");
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertCreatedOnce();
    }

    /** As a process leaves it that was killed between POST and recording; the records have changed since. */
    @Test
    void createsOnceThoughTheProcessDiedBeforeItRecorded() {
        Api.run(ROUTE, "range=all");
        Database hub = Database.hub();
        hub.execute(
                """
                insert into sync_intent (route, key, idempotency_key, run_id, at)
                select route, key, 'before', run_id, now() from sync_record
                where route = (select id from sync_route where name = ?)""",
                ROUTE);
        hub.execute("delete from sync_record where route = (select id from sync_route where name = ?)", ROUTE);
        partner.put("K-9", "{\"no\":\"K-9\",\"name\":\"Changed\",\"amount\":9}");
        JsonPath run = Api.run(ROUTE, "range=all");
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertCreatedOnce();
        assertEquals("Changed", things.get(id("K-9")).path("name").asText());
        assertEquals(id("K-9"), Api.record(ROUTE, "K-9").getString("targetRef"));
    }

    @Test
    void whatTheTargetDoesNotHaveAnyMoreIsTold() {
        Api.run(ROUTE, "range=all");
        things.remove(id("K-5"));
        things.remove(id("K-6"));
        partner.put("K-5", "{\"no\":\"K-5\",\"name\":\"Other\",\"amount\":5}").remove("K-6");
        JsonPath run = Api.run(ROUTE, "range=all&depth=deep");
        assertEquals(1, run.getInt("counts.failed"), run.prettify());
        assertEquals(1, run.getInt("counts.deleted"), run.prettify());
        String reason = Api.record(ROUTE, "K-5").getString("reason");
        assertTrue(reason.contains("does not have it any more: its update was answered 404"), reason);
    }

    @Test
    void readsASourceByPageNumbers() {
        Partner numbered = new Partner("numbered-items-to-taker").fill(1_003).limits(70, 1_000);
        JsonPath run = Api.run("numbered-items-to-taker", "range=all");
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertEquals(1_003, numbered.taken().size());
    }

    private void assertCreatedOnce() {
        Map<String, Long> byKey = things.values().stream()
                .collect(
                        Collectors.groupingBy(thing -> thing.path("no").asText(), TreeMap::new, Collectors.counting()));
        assertEquals(RECORDS, byKey.size());
        assertEquals(RECORDS, things.size(), byKey::toString);
    }

    private String id(String key) {
        return things.entrySet().stream()
                .filter(thing -> thing.getValue().path("no").asText().equals(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private Body answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        byte[] sent = call.getRequestBody().readAllBytes();
        switch (call.getRequestMethod()) {
            case "GET":
                String number = call.getRequestURI().getQuery().substring("number=".length());
                return json(
                        200,
                        things.entrySet().stream()
                                .filter(thing ->
                                        thing.getValue().path("no").asText().equals(number))
                                .map(thing -> "{\"id\":\"" + thing.getKey() + "\",\"no\":\"" + number + "\"}")
                                .collect(Collectors.joining(",", "[", "]")));
            case "POST":
                JsonNode thing = JSON.readTree(sent);
                String key = thing.path("no").asText();
                if (refused.contains(key)) {
                    return key.equals("K-3")
                            ? json(422, "{\"message\":\"number K-3 is taken\"}")
                            : json(200, "{\"ok\":false,\"why\":\"not this one\"}");
                }
                String created = "T-" + ids.incrementAndGet();
                things.put(created, thing);
                return lostAnswers.getAndDecrement() > 0
                        ? json(504, "")
                        : json(201, "{\"ok\":true,\"id\":\"" + created + "\"}");
            default:
                calls.add(call.getRequestMethod() + " " + id);
                if (!things.containsKey(id)) {
                    return json(404, "");
                }
                if (call.getRequestMethod().equals("DELETE")) {
                    things.remove(id);
                } else {
                    things.put(id, JSON.readTree(sent));
                }
                return json(200, "{\"ok\":true}");
        }
    }

    private static Body json(int status, String text) {
        return new Body(status, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }
}
