package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.HostileTexts;
import dev.syncline.support.Partner;
import dev.syncline.support.Partner.Body;
import dev.syncline.support.Partner.Head;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever a record holds stays in the bodies of calls: none of it gets into their paths, headers or expressions. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Partner.Profile.class)
@QuarkusTestResource(SandboxTestResource.class)
class EnvelopeTest {
    private static final Set<String> HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "host",
            "transfer-encoding",
            "user-agent");

    /** A source whose keys, names and values are all hostile, as are its cursors; the target's ids and reasons, too. */
    private static Partner hostile(String route) {
        Partner partner = new Partner(route).limits(7, 3).refuses(key -> key.startsWith("refused"));
        for (String text : HostileTexts.ALL) {
            partner.put(text, record(text));
            partner.put("refused " + text, record(text));
        }
        return partner.answers((call, said) -> Body.json(said.replace(
                        "\"nextCursor\":\"",
                        "\"nextCursor\":\"" + quoted(HostileTexts.ALL.get(call.number() % 20)) + "|")
                .replace("not wanted", quoted(HostileTexts.ALL.get(call.number() % 20)))));
    }

    private static String record(String text) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("no", text).put("name", text).put("amount", 1).put(text, text);
        record.putArray("lines").addObject().put("n", text).put(text, text);
        return record.toString();
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    @Test
    void noValueOfARecordIsInAPathOrAHeaderOfACall() {
        String route = "partner-gone-to-taker";
        Partner partner = hostile(route);
        Api.run(route, "range=all");
        for (String text : HostileTexts.ALL) {
            partner.put(text, record(text).replace("\"amount\":1", "\"amount\":2"));
        }
        Api.run(route, "range=all&depth=deep");
        HostileTexts.ALL.stream().limit(5).forEach(partner::remove);
        JsonPath run = Api.run(route, "range=all&depth=deep");

        assertEquals(5, run.getInt("counts.deleted"), run.prettify());
        Set<String> kept = new TreeSet<>(HostileTexts.ALL.subList(5, HostileTexts.ALL.size()));
        assertEquals(kept, partner.taken().keySet());
        partner.taken().forEach((key, data) -> assertEquals(key, data.path(key).asText()));
        assertFalse(partner.calls("lookup").isEmpty(), "keys were looked up");
        assertHeads(partner.heads(), route);
        for (String text : HostileTexts.ALL) {
            assertShown(route, text);
            assertShown(route, "refused " + text);
        }
    }

    /** A target that can only create is asked for what was sent to it and not answered. */
    @Test
    void noKeyIsInThePathOrAHeaderOfALookUp() {
        String route = "partner-items-to-creator";
        Partner partner = hostile(route);
        AtomicBoolean isAway = new AtomicBoolean(true);
        partner.answers((call, said) -> call.kind().equals("batch") && isAway.getAndSet(false)
                ? new Body(503, null, new byte[0])
                : Body.json(said));
        Api.run(route, "range=all");

        assertFalse(partner.calls("lookup").isEmpty());
        assertHeads(partner.heads(), route);
    }

    /** A map is an expression of the route's: what a record holds is a value to it, also as the name of a field. */
    @Test
    void noValueOfARecordIsAnExpressionOfTheMap() {
        String route = "partner-mapped-to-taker";
        Partner partner = new Partner(route);
        for (String text : HostileTexts.ALL) {
            ObjectNode record = JsonNodeFactory.instance.objectNode().put("no", text);
            record.putArray("tags").addObject().put("name", text);
            record.putArray("attributes").addObject().put("name", text).put("value", text);
            record.putArray("lines").addObject().put("n", 1);
            partner.put(text, record.toString());
        }
        JsonPath run = Api.run(route, "range=all");

        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertEquals(Set.copyOf(HostileTexts.ALL), partner.taken().keySet());
        partner.taken().forEach((key, data) -> {
            assertEquals(key, data.path("no").asText());
            assertEquals(key, data.path("by").path(key).asText(), data::toString);
            assertTrue(data.path("tags").toString().contains(quoted(key)), data::toString);
        });
        assertHeads(partner.heads(), route);
    }

    private static void assertHeads(List<Head> heads, String route) {
        for (Head head : heads) {
            URI uri = URI.create(head.uri());
            assertTrue(
                    uri.getRawPath().matches("/(partner|taker|creator)/" + route + "/(records|lookup|batch)"),
                    head::toString);
            for (String parameter : uri.getRawQuery() == null
                    ? new String[0]
                    : uri.getRawQuery().split("&")) {
                String[] parts = parameter.split("=", 2);
                assertTrue(Set.of("limit", "cursor", "changedFrom", "changedBefore", "expand")
                        .contains(parts[0]));
                boolean isText =
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8).contains(HostileTexts.MARK);
                assertTrue(!isText || parts[0].equals("cursor"), head::toString);
            }
            head.headers().forEach((name, values) -> {
                assertTrue(HEADERS.contains(name.toLowerCase(Locale.ROOT)), head::toString);
                assertFalse(values.toString().contains(HostileTexts.MARK), head::toString);
            });
        }
    }

    /** Nor is it in a header of our own answers, and its address at the target is one of it alone. */
    private static void assertShown(String route, String key) {
        Response answer = Api.as("viewer").queryParam("key", key).get("/api/records/{route}/-", route);
        assertEquals(200, answer.statusCode(), key);
        assertFalse(answer.headers().toString().contains(HostileTexts.MARK), answer.headers()::toString);
        String url = answer.as(Reply.class).getString("targetUrl");
        if (url != null) {
            String[] path = URI.create(url).getRawPath().split("/");
            assertEquals(5, path.length, url);
            assertEquals(key, URLDecoder.decode(path[3], StandardCharsets.UTF_8));
            assertEquals("T-" + key, URLDecoder.decode(path[4], StandardCharsets.UTF_8));
        }
    }
}
