package dev.syncline.message.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Messages as plain JSON, for programs. */
public final class JsonBody {
    private JsonBody() {}

    /** @param channel by whose settings it is sent */
    public static ObjectNode of(Content content, UUID id, String channel, Links links) {
        ObjectNode body = ContentJson.MAPPER
                .createObjectNode()
                .put("id", id.toString())
                .put("channel", channel)
                .put("subject", content.subject());
        if (!content.intro().isEmpty()) {
            body.put("text", content.intro());
        }
        ArrayNode items = body.putArray("items");
        for (MessageItem item : content.items()) {
            ObjectNode node = items.addObject()
                    .put("state", item.state())
                    .put("kind", item.kind())
                    .put("route", item.route().isEmpty() ? null : item.route())
                    .put("title", item.title())
                    .put("text", item.text())
                    .put("since", item.since().toString());
            links.to(item.path()).ifPresent(url -> node.put("url", url));
        }
        body.put("more", content.more());
        links.to(content.path()).ifPresent(url -> body.put("url", url));
        return body;
    }
}
