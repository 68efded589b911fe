package dev.syncline.message;

import dev.syncline.message.channel.Channel;
import dev.syncline.message.channel.Kinds;
import dev.syncline.message.channel.Rhythm;
import dev.syncline.message.content.Content;
import dev.syncline.message.content.Contents;
import dev.syncline.message.content.MessageItem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes messages of what began, what is over, and of what is due by the clock, within a transaction in which it has
 * locked the channel.
 */
final class Round {
    /** If more begins or ends at a time, such as when a system is away, it is one message. */
    private static final int MOST_SINGLE = 4;

    private final Situation situation;
    private final Map<String, String> sections;
    private final Instant now;
    private final ZoneId zone;

    /** @param sections of the routes */
    Round(Situation situation, Map<String, String> sections, Instant now, ZoneId zone) {
        this.situation = situation;
        this.sections = sections;
        this.now = now;
        this.zone = zone;
    }

    /** @param summary makes the daily summary */
    void carryOut(Connection hub, Channel channel, ChannelRow row, SummarySource summary) throws SQLException {
        ChannelTable table = new ChannelTable(hub);
        List<MessageItem> items = items(new CauseTable(hub), channel);
        if (channel.rhythm().isAtOnce()) {
            List<MessageItem> all = table.takeItems(channel.name()); // of the time before, when it had digests
            all.addAll(items);
            for (Content content : contents(all)) {
                table.addMessage(channel.name(), content, now);
            }
        } else {
            table.addItems(channel.name(), items);
            if (row.isDigestDue(channel, now)) {
                List<MessageItem> digest = digest(table.takeItems(channel.name()));
                if (!digest.isEmpty()) {
                    table.addMessage(channel.name(), Contents.of(digest), now);
                }
            }
        }
        if (channel.hasSummary() && row.isSummaryDue(channel, now)) {
            table.addMessage(channel.name(), summary.of(channel, situation), now);
        }
    }

    /** Makes the summary of a channel. */
    interface SummarySource {
        Content of(Channel channel, Situation situation) throws SQLException;
    }

    /** Returns the times of the row after this round. */
    ChannelRow next(Channel channel, ChannelRow row) {
        boolean isNew = !row.rhythm().equals(channel.rhythmText());
        Instant digest =
                isNew || row.isDigestDue(channel, now) ? channel.rhythm().next(now, zone) : row.nextDigest();
        Rhythm daily = new Rhythm(null, List.of(channel.summaryAt()));
        Instant summary = !channel.hasSummary()
                ? null
                : isNew || row.isSummaryDue(channel, now) ? daily.next(now, zone) : row.nextSummary();
        return new ChannelRow(channel.rhythmText(), digest, summary);
    }

    private List<MessageItem> items(CauseTable table, Channel channel) throws SQLException {
        CauseBook book = new CauseBook(now, channel.after(), table.known(channel.name()));
        List<Cause> wanted = situation.causes().stream()
                .filter(cause -> isWanted(channel, cause.id()))
                .toList();
        Set<CauseId> doubled = doubled(channel, wanted);
        Set<CauseId> undecided = new HashSet<>(situation.undecided());
        undecided.addAll(doubled);
        book.compare(
                wanted.stream().filter(cause -> !doubled.contains(cause.id())).toList(),
                new Situation(situation.causes(), undecided, situation.incomplete(), situation.routes()));
        table.save(channel.name(), book.changed());
        table.remove(channel.name(), book.removed());
        List<MessageItem> items = new ArrayList<>();
        book.begun().forEach(cause -> items.add(Items.begun(cause, book.since(cause.id()))));
        // what the channel is no longer interested in ends without a message
        book.over().stream()
                .filter(cause -> isWanted(channel, cause.id()))
                .forEach(cause -> items.add(Items.over(cause, situation)));
        return items;
    }

    private boolean isWanted(Channel channel, CauseId id) {
        return channel.wants(id.kind())
                && (id.route().isEmpty()
                        ? channel.interest().isInAll()
                        : channel.interest().isIn(id.route(), sections.get(id.route())));
    }

    /** Returns failing routes of which the channel is told by their failed run. */
    private static Set<CauseId> doubled(Channel channel, List<Cause> wanted) {
        return !channel.wants(Kinds.RUN_FAILED)
                ? Set.of()
                : wanted.stream()
                        .map(Cause::id)
                        .filter(id -> id.kind().equals(Kinds.RUN_FAILED))
                        .map(id -> CauseId.of(Kinds.ROUTE_FAILING, id.route()))
                        .collect(Collectors.toSet());
    }

    private static List<Content> contents(List<MessageItem> items) {
        return items.size() > MOST_SINGLE
                ? List.of(Contents.of(items))
                : items.stream().map(Contents::of).toList();
    }

    /** Leaves out that something began if the digest says that it is over. */
    private static List<MessageItem> digest(List<MessageItem> items) {
        List<MessageItem> digest = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            MessageItem item = items.get(i);
            boolean isOverLater = !item.isOver()
                    && items.subList(i + 1, items.size()).stream().anyMatch(later -> isOverOf(later, item));
            if (!isOverLater) {
                digest.add(item);
            }
        }
        return digest;
    }

    private static boolean isOverOf(MessageItem later, MessageItem begun) {
        return later.isOver()
                && later.kind().equals(begun.kind())
                && later.route().equals(begun.route())
                && Objects.equals(later.since(), begun.since())
                && later.title().endsWith(begun.title());
    }
}
