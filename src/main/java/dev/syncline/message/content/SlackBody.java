package dev.syncline.message.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Messages for incoming webhooks of Slack. Text of other systems stands in elements that have no markup; the fallback,
 * which notifications show, escapes it.
 */
public final class SlackBody {
    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_TEXT = 2_900;

    private SlackBody() {}

    public static ObjectNode of(Content content, Links links) {
        ObjectNode body = ContentJson.MAPPER.createObjectNode();
        body.put("text", escaped(content.subject()));
        body.put("mrkdwn", false);
        ArrayNode blocks = body.putArray("blocks");
        plain(blocks.addObject().put("type", "header"), Contents.cut(content.subject(), LONGEST_HEADER));
        if (!content.intro().isEmpty()) {
            plain(section(blocks), content.intro());
        }
        for (MessageItem item : content.items()) {
            boolean isAlone = content.items().size() == 1;
            plain(section(blocks), (isAlone ? "" : item.head() + "\n") + links.details(item));
            link(blocks, item.path(), links);
        }
        if (content.more() > 0) {
            plain(section(blocks), "And " + content.more() + " more.");
        }
        if (content.items().size() != 1) {
            link(blocks, content.path(), links);
        }
        return body;
    }

    private static ObjectNode section(ArrayNode blocks) {
        return blocks.addObject().put("type", "section");
    }

    private static void plain(ObjectNode block, String text) {
        block.putObject("text")
                .put("type", "plain_text")
                .put("text", Contents.cut(text, LONGEST_TEXT))
                .put("emoji", false);
    }

    private static void link(ArrayNode blocks, String path, Links links) {
        links.to(path).ifPresent(url -> section(blocks)
                .putObject("text")
                .put("type", "mrkdwn")
                .put("text", "<" + escaped(url).replace("|", "%7C") + "|Open in Syncline>"));
    }

    /** Escapes the characters by which Slack recognizes links, mentions and commands. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
