package dev.syncline.message.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Messages for workflows of Microsoft Teams ("Post to a channel when a webhook request is received"): an Adaptive Card.
 * All text stands in text runs, in which Teams reads no Markdown.
 */
public final class TeamsBody {
    /** Teams refuses cards of more than 28 kB. */
    private static final int LONGEST_TEXT = 350;

    private static final int MOST_LINES = 4;

    private TeamsBody() {}

    public static ObjectNode of(Content content, Links links) {
        ObjectNode body = ContentJson.MAPPER.createObjectNode().put("type", "message");
        ObjectNode attachment = body.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .putNull("contentUrl");
        ObjectNode card = attachment
                .putObject("content")
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4");
        ArrayNode blocks = card.putArray("body");
        block(blocks, content.subject(), true);
        if (!content.intro().isEmpty()) {
            block(blocks, content.intro(), false);
        }
        for (MessageItem item : content.items()) {
            if (content.items().size() > 1) {
                block(blocks, item.head(), true);
            }
            block(blocks, links.details(item), false);
        }
        if (content.more() > 0) {
            block(blocks, "And " + content.more() + " more.", false);
        }
        links.to(content.path()).ifPresent(url -> card.putArray("actions")
                .addObject()
                .put("type", "Action.OpenUrl")
                .put("title", "Open in Syncline")
                .put("url", url));
        return body;
    }

    private static void block(ArrayNode blocks, String text, boolean isHead) {
        for (String line : Contents.cut(text, LONGEST_TEXT).split("\\R", MOST_LINES)) {
            ObjectNode run = blocks.addObject()
                    .put("type", "RichTextBlock")
                    .putArray("inlines")
                    .addObject()
                    .put("type", "TextRun")
                    .put("text", line.replaceAll("\\R", " "));
            if (isHead) {
                run.put("weight", "Bolder");
            }
        }
    }
}
