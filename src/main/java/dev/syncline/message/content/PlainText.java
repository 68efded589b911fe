package dev.syncline.message.content;

import java.util.UUID;

/** Messages as plain text, for e-mail. */
public final class PlainText {
    private PlainText() {}

    /** @param channel by whose settings it is sent */
    public static String of(Content content, UUID id, String channel, Links links) {
        StringBuilder text = new StringBuilder();
        if (!content.intro().isEmpty()) {
            text.append(content.intro()).append("\n\n");
        }
        for (MessageItem item : content.items()) {
            text.append(item.head()).append('\n').append(links.details(item)).append('\n');
            links.to(item.path()).ifPresent(url -> text.append(url).append('\n'));
            text.append('\n');
        }
        if (content.more() > 0) {
            text.append("And ").append(content.more()).append(" more; the overview shows all of them.\n\n");
        }
        if (content.items().size() != 1) {
            links.to(content.path()).ifPresent(url -> text.append(url).append("\n\n"));
        }
        return text.append("-- \nSyncline, to '")
                .append(channel)
                .append("' (syncline.messages.")
                .append(channel)
                .append("), message ")
                .append(id)
                .append('\n')
                .toString();
    }
}
