package dev.syncline.message;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.syncline.message.channel.Channels;
import dev.syncline.message.channel.Kinds;
import dev.syncline.message.content.Content;
import dev.syncline.message.delivery.Receiver;
import dev.syncline.message.delivery.Sending;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Browser;
import dev.syncline.support.Chain;
import dev.syncline.support.Database;
import dev.syncline.support.Patience;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages of the running program: from what is the matter to a receiver, with a channel of the test's own. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class MessagesTest {
    private static final String CHANNEL = "syncline.messages.told";
    private static final String ROUTE = "message-test-route";
    private static final Database HUB = Database.hub();

    private final Receiver receiver = new Receiver();
    private final Set<String> settings = new HashSet<>();

    @Inject
    Rounds rounds;

    @Inject
    Sending sending;

    @Inject
    Channels channels;

    @Inject
    Causes causes;

    @Inject
    Summaries summaries;

    @BeforeEach
    void configure() {
        set(CHANNEL + ".url", receiver.url().toString());
        set(CHANNEL + ".secret", "secret-of-the-receiver");
        set(CHANNEL + ".after", "0s");
        set(CHANNEL + ".routes", ROUTE);
        set("syncline.console.url", "https://syncline.example.com/");
    }

    @AfterEach
    void clear() {
        receiver.close();
        settings.forEach(System::clearProperty);
        HUB.execute("delete from sync_notice where route = ?", ROUTE);
        HUB.execute("delete from sync_run where route = ?", ROUTE);
        HUB.execute("delete from sync_route where name = ?", ROUTE);
        for (String table : List.of("sync_message", "sync_message_cause", "sync_message_item")) {
            HUB.execute("delete from " + table + " where channel = 'told'");
        }
        HUB.execute("delete from sync_message_channel where name = 'told'");
    }

    @Test
    void manyNoticesOfOneKindAreOneMessageAndOneWhenTheyAreOver() throws Exception {
        HUB.execute(
                """
                insert into sync_notice (kind, route, key, text, at, last_at)
                select 'MISSING_ITEM', ?, 'PO-' || i, 'Item <b>X</b> of order PO-' || i || ' is unknown', now(), now()
                from generate_series(1, 400) i""",
                ROUTE);
        tell();
        tell();
        assertEquals(List.of("MISSING_ITEM " + ROUTE + ": 400 notices"), subjects());
        JsonNode first = bodies().get(0);
        assertEquals("MISSING_ITEM", first.at("/items/0/state").asText());
        assertTrue(first.at("/items/0/text").asText().contains("PO-1 is unknown"), first.toString());
        assertEquals(
                "https://syncline.example.com/notices?kind=MISSING_ITEM&route=" + ROUTE,
                first.get("url").asText());
        HUB.execute("update sync_notice set resolved_at = now() where route = ?", ROUTE);
        tell();
        tell();
        assertEquals(2, subjects().size(), subjects().toString());
        assertEquals("OVER " + ROUTE + ": MISSING_ITEM, 400 notices", subjects().get(1));
    }

    @Test
    void aFailedRunIsToldWithItsReasonAndItsPage() throws Exception {
        Chain.run("erp-vendors-to-relay", "changes", "shallow");
        HUB.execute(
                """
                insert into sync_route overriding system value select (jsonb_populate_record(null::sync_route,
                    to_jsonb(r) || jsonb_build_object('id', 32104, 'name', ?::text))).*
                from sync_route r limit 1""",
                ROUTE);
        HUB.execute(
                """
                insert into sync_run overriding system value select (jsonb_populate_record(null::sync_run, to_jsonb(r)
                    || jsonb_build_object('id', -104, 'route', ?::text, 'status', 'FAILED', 'reason', 'no answer'))).*
                from sync_run r where status = 'SUCCESS' and not dry_run limit 1""",
                ROUTE);
        tell();
        tell();
        assertEquals(List.of("RUN FAILED " + ROUTE + ": run -104 could not finish"), subjects());
        assertEquals("no answer", bodies().get(0).at("/items/0/text").asText());
        assertEquals(
                "https://syncline.example.com/runs/-104",
                bodies().get(0).at("/items/0/url").asText());
        HUB.execute("update sync_run set status = 'SUCCESS' where id = -104");
        tell();
        assertTrue(
                subjects().get(1).startsWith("OVER " + ROUTE + ": RUN FAILED"),
                subjects().toString());
    }

    @Test
    void everyKindAndTheSummaryCanBeAskedFor() throws Exception {
        Chain.run("erp-vendors-to-relay", "changes", "shallow");
        set(CHANNEL + ".routes", "*");
        Situation situation = causes.now(Kinds.of(List.of()));
        assertTrue(
                situation.routes().containsKey("erp-vendors-to-relay"),
                situation.routes().toString());
        Content summary = summaries.of(channels.find("told").orElseThrow(), situation);
        assertTrue(summary.subject().endsWith("daily summary"), summary.subject());
        assertTrue(summary.intro().matches("(?s).*Runs of the last 24 hours: .*SUCCESS.*"), summary.intro());
        assertFalse(summary.intro().contains("Runs of the last 24 hours: none"), summary.intro());
    }

    @Test
    void aReceiverThatHangsHoldsUpNoRun() throws Exception {
        receiver.hang();
        HUB.execute(
                "insert into sync_notice (kind, route, text, at, last_at) values ('FAR_AHEAD', ?, 'x', now(), now())",
                ROUTE);
        round();
        Thread sender = new Thread(() -> {
            try {
                sending.sendDue(channels.find("told").orElseThrow());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        sender.start();
        Patience.await().until(() -> receiver.calls().size() == 1);
        Chain.run("erp-vendors-to-relay", "changes", "shallow");
        assertEquals(1, receiver.calls().size());
        assertEquals(
                1L,
                HUB.value(Long.class, "select count(*) from sync_message where channel = 'told' and sent_at is null"));
        receiver.close();
        sender.join();
    }

    @Test
    void channelsAreListedWithoutTheirSecrets() throws Exception {
        round();
        String list = as("viewer")
                .get("/api/messages")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertFalse(list.contains("secret"), list);
        JsonNode channel = new ObjectMapper().readTree(list).at("/items/0");
        assertEquals("told", channel.get("name").asText());
        assertEquals("json", channel.get("form").asText());
        assertEquals("localhost", channel.get("to").asText());
        assertEquals("at-once", channel.get("when").asText());
        assertEquals(0, channel.get("waiting").asInt());
        assertTrue(channel.get("lastError").isNull());
    }

    @Test
    void aTestMessageSaysWhatTheReceiverAnswered() throws Exception {
        Reply sent = as("admin").post("/api/messages/told/test").as(Reply.class);
        assertTrue(sent.getBoolean("sent"));
        assertTrue(subjects().get(0).startsWith("TEST told"), subjects().toString());
        assertTrue(receiver.calls().get(0).headers().containsKey("x-syncline-signature"));
        receiver.answer(403, Map.of(), "invalid_token secret-of-the-receiver");
        Reply refused = as("admin").post("/api/messages/told/test").as(Reply.class);
        assertFalse(refused.getBoolean("sent"));
        assertEquals("localhost answered 403: invalid_token ***", refused.getString("reason"));
        as("operator").post("/api/messages/told/test").then().statusCode(403);
        as("admin").post("/api/messages/nobody/test").then().statusCode(404);
        assertTrue(HUB.value(
                        Long.class, "select count(*) from sync_audit where subject = 'message told' and who = 'admin'")
                >= 2);
    }

    @Test
    void anAdminSendsATestMessageFromThePage() throws Exception {
        Browser admin = new Browser("admin");
        String page = admin.page("/messages");
        assertTrue(page.contains("Nothing sent yet"), page);
        assertFalse(page.contains("secret"), page);
        Browser.Form form = Browser.forms(page).stream()
                .filter(each -> each.action().equals("/messages/told/test"))
                .findFirst()
                .orElseThrow();
        String sent = admin.send(form).then().statusCode(200).extract().asString();
        assertTrue(sent.contains("The receiver has taken it."), sent);
        receiver.answer(500, Map.of(), "<b>away</b>");
        String failed = admin.send(form).then().statusCode(200).extract().asString();
        assertTrue(failed.contains("localhost answered 500: &lt;b&gt;away"), failed);
        assertEquals(List.of(), Browser.forms(new Browser("viewer").page("/messages")));
    }

    @Test
    void aTestMessageGoesByEMailToo() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            System.clearProperty(CHANNEL + ".url");
            set(CHANNEL + ".to", "mailto:it@example.com");
            set("syncline.mail.host", "localhost");
            set("syncline.mail.port", Integer.toString(server.getSmtp().getPort()));
            set("syncline.mail.security", "none");
            set("syncline.mail.from", "syncline@example.com");
            Reply sent = as("admin").post("/api/messages/told/test").as(Reply.class);
            assertTrue(sent.getBoolean("sent"), sent.getString("reason"));
            assertTrue(server.waitForIncomingEmail(1));
            assertTrue(server.getReceivedMessages()[0].getSubject().startsWith("TEST told"));
        } finally {
            server.stop();
        }
    }

    private void tell() throws Exception {
        round();
        sending.sendDue(channels.find("told").orElseThrow());
    }

    private void round() throws Exception {
        HUB.execute("update sync_message_channel set next_round_at = now() - interval '1 day' where name = 'told'");
        rounds.carryOut();
    }

    private List<String> subjects() throws IOException {
        return bodies().stream().map(body -> body.get("subject").asText()).toList();
    }

    private List<JsonNode> bodies() throws IOException {
        List<JsonNode> bodies = new ArrayList<>();
        for (Receiver.Call call : receiver.calls()) {
            bodies.add(new ObjectMapper().readTree(call.body()));
        }
        return bodies;
    }

    private void set(String setting, String value) {
        System.setProperty(setting, value);
        settings.add(setting);
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, user);
    }
}
