package dev.syncline.message.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BodiesTest {
    private static final UUID ID = UUID.fromString("7f1c5a34-0b0e-4d0a-9d0c-2f6f3a5b7c9d");
    private static final Links LINKS =
            new Links(Optional.of("https://syncline.example.com"), ZoneId.of("Europe/Berlin"));
    private static final String HOSTILE =
            "<!channel> <https://evil.example|click> & *bold* [x](https://evil.example) <b>\r\nBcc: x@evil.example";

    @Test
    void aPlainMessageSaysWhatSinceWhenAndWhere() {
        Content content = Contents.of(item("FAILING", "Its latest run ended as FAILED: connection refused"));
        assertEquals("FAILING erp-vendors-to-relay: Vendors is failing", content.subject());
        assertEquals(
                """
                FAILING erp-vendors-to-relay: Vendors is failing
                Its latest run ended as FAILED: connection refused
                Since 2026-03-01 09:00 CET
                https://syncline.example.com/routes/erp-vendors-to-relay

                --\s
                Syncline, to 'ops' (syncline.messages.ops), message 7f1c5a34-0b0e-4d0a-9d0c-2f6f3a5b7c9d
                """,
                PlainText.of(content, ID, "ops", LINKS));
    }

    @Test
    void withoutAnAddressOfTheConsoleThereAreNoLinks() {
        Links none = new Links(Optional.empty(), ZoneId.of("UTC"));
        Content content = Contents.of(item("LATE", "text"));
        assertFalse(PlainText.of(content, ID, "ops", none).contains("http"));
        assertFalse(SlackBody.of(content, none).toString().contains("mrkdwn\",\"text"));
        assertFalse(TeamsBody.of(content, none).toString().contains("OpenUrl"));
        assertFalse(JsonBody.of(content, ID, "ops", none).has("url"));
    }

    @Test
    void slackReadsTextOfOthersAsText() {
        JsonNode body = SlackBody.of(Contents.of(item("FAILING", HOSTILE)), LINKS);
        assertFalse(body.get("mrkdwn").asBoolean());
        List<JsonNode> marked = new ArrayList<>();
        for (JsonNode block : body.get("blocks")) {
            JsonNode text = block.get("text");
            if (text.get("type").asText().equals("mrkdwn")) {
                marked.add(text);
            } else {
                assertEquals("plain_text", text.get("type").asText());
                assertFalse(text.get("emoji").asBoolean());
            }
        }
        assertEquals(1, marked.size(), "the link alone has markup");
        assertEquals(
                "<https://syncline.example.com/routes/erp-vendors-to-relay|Open in Syncline>",
                marked.get(0).get("text").asText());
        JsonNode summary = SlackBody.of(Contents.summary(HOSTILE, HOSTILE), LINKS);
        assertFalse(summary.get("text").asText().matches("(?s).*[<>].*"), summary.toString());
    }

    @Test
    void teamsReadsTextOfOthersAsText() {
        JsonNode card =
                TeamsBody.of(Contents.of(item("FAILING", HOSTILE)), LINKS).at("/attachments/0/content");
        assertEquals("AdaptiveCard", card.get("type").asText());
        assertTrue(card.get("body").size() >= 4, card.toString());
        for (JsonNode block : card.get("body")) {
            assertEquals("RichTextBlock", block.get("type").asText());
            assertEquals("TextRun", block.at("/inlines/0/type").asText());
        }
        assertEquals(
                "https://syncline.example.com/routes/erp-vendors-to-relay",
                card.at("/actions/0/url").asText());
    }

    @Test
    void jsonHasTheStableIdAndEachCause() {
        List<MessageItem> items = new ArrayList<>(Collections.nCopies(20, item("LATE", "text")));
        items.add(item("OVER", ""));
        JsonNode body = JsonBody.of(Contents.of(items), ID, "ops", LINKS);
        assertEquals(ID.toString(), body.get("id").asText());
        assertEquals(
                "20 LATE, 1 OVER: erp-vendors-to-relay", body.get("subject").asText());
        assertEquals(Contents.MOST_ITEMS, body.get("items").size());
        assertEquals(21 - Contents.MOST_ITEMS, body.get("more").asInt());
        assertEquals("2026-03-01T08:00:00Z", body.at("/items/0/since").asText());
    }

    /** Slack refuses bodies with longer texts or more blocks, and Teams those of more than 28 kB. */
    @Test
    void theLongestMessageIsWithinTheLimitsOfReceivers() {
        String text = "\u00e9\uD83D\uDE00".repeat(2_000);
        MessageItem item =
                new MessageItem("FAILING", "k", "r".repeat(100), text, Contents.cut(text, 700), "/x", Instant.EPOCH);
        Content content = Contents.of(Collections.nCopies(50, item));
        JsonNode slack = SlackBody.of(content, LINKS);
        assertTrue(slack.get("blocks").size() <= 50);
        slack.get("blocks").findValuesAsText("text").forEach(part -> assertTrue(part.length() <= 3_000));
        assertTrue(slack.at("/blocks/0/text/text").asText().length() <= 150);
        assertTrue(content.subject().length() <= 140);
        for (String part : List.of("\u20ac".repeat(2_000), "\n".repeat(2_000), "x\n".repeat(2_000))) {
            MessageItem wide =
                    new MessageItem("FAILING", "k", "r".repeat(80), "t".repeat(60), part, "/x", Instant.EPOCH);
            byte[] card = TeamsBody.of(Contents.of(Collections.nCopies(50, wide)), LINKS)
                    .toString()
                    .getBytes(UTF_8);
            assertTrue(card.length <= 28_000, "a card of " + card.length + " bytes");
        }
    }

    /** No text of a record can begin another header, or end in half of a character. */
    @Property
    void aSubjectIsALine(@ForAll String text) {
        String subject = Contents.subject(text + HOSTILE + text.repeat(20));
        assertTrue(subject.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029), subject);
        assertTrue(subject.length() <= 140);
        assertFalse(
                subject.length() > 1
                        && Character.isHighSurrogate(subject.charAt(subject.length() - 2))
                        && subject.endsWith("…"),
                subject);
    }

    private static MessageItem item(String state, String text) {
        return new MessageItem(
                state,
                "route-failing",
                "erp-vendors-to-relay",
                "Vendors is failing",
                text,
                "/routes/erp-vendors-to-relay",
                Instant.parse("2026-03-01T08:00:00Z"));
    }
}
