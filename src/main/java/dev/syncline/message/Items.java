package dev.syncline.message;

import dev.syncline.health.Freshness;
import dev.syncline.message.channel.Kinds;
import dev.syncline.message.content.Contents;
import dev.syncline.message.content.MessageItem;
import java.time.Instant;
import java.util.Locale;

/** Makes the items of messages from causes. */
final class Items {
    private static final int LONGEST_TEXT = 700;

    private Items() {}

    static MessageItem begun(Cause cause, Instant since) {
        return new MessageItem(
                state(cause.id().kind()),
                cause.id().kind(),
                cause.id().route(),
                cause.title(),
                Contents.cut(cause.text(), LONGEST_TEXT),
                cause.path(),
                since);
    }

    static MessageItem over(KnownCause cause, Situation situation) {
        CauseId id = cause.id();
        return new MessageItem(
                MessageItem.OVER,
                id.kind(),
                id.route(),
                state(id.kind()) + ", " + cause.title(),
                isOfRoute(id.kind()) ? "The route " + now(situation.routes().get(id.route())) + "." : "",
                cause.path(),
                cause.since());
    }

    /** Returns the state in which something of that kind is, in the words of the console. */
    static String state(String kind) {
        return Kinds.isOfNotices(kind)
                ? kind
                : kind.replaceFirst("^route-", "").replace('-', ' ').toUpperCase(Locale.ROOT);
    }

    private static boolean isOfRoute(String kind) {
        return kind.equals(Kinds.ROUTE_LATE) || kind.equals(Kinds.ROUTE_FAILING);
    }

    private static String now(Freshness freshness) {
        return freshness == null
                ? "no longer exists"
                : "is now " + freshness.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
