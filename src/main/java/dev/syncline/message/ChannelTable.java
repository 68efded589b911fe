package dev.syncline.message;

import static dev.syncline.message.CauseTable.instant;
import static dev.syncline.message.CauseTable.time;

import dev.syncline.message.content.Content;
import dev.syncline.message.content.ContentJson;
import dev.syncline.message.content.MessageItem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** When channels are due, what waits for their digests, and their outbox, within a transaction. */
final class ChannelTable {
    private final Connection hub;

    ChannelTable(Connection hub) {
        this.hub = hub;
    }

    /** Adds rows for channels that have none. */
    void add(Collection<String> channels, Instant now) throws SQLException {
        try (PreparedStatement insert = hub.prepareStatement(
                """
                insert into sync_message_channel (name, next_round_at, rhythm)
                select new.name, ?, '' from unnest(?) as new (name)
                where not exists (select from sync_message_channel known where known.name = new.name)
                on conflict do nothing""")) {
            insert.setObject(1, time(now));
            insert.setArray(2, hub.createArrayOf("text", channels.toArray()));
            insert.executeUpdate();
        }
    }

    /** Locks the channels whose causes are to be compared, but for those that another process has locked. */
    Map<String, ChannelRow> lockDue(Collection<String> channels, Instant now) throws SQLException {
        Map<String, ChannelRow> due = new HashMap<>();
        try (PreparedStatement select = hub.prepareStatement(
                """
                select name, rhythm, next_digest_at, next_summary_at from sync_message_channel
                where name = any(?) and next_round_at <= ? order by name for update skip locked""")) {
            select.setArray(1, hub.createArrayOf("text", channels.toArray()));
            select.setObject(2, time(now));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.put(row.getString(1), new ChannelRow(row.getString(2), instant(row, 3), instant(row, 4)));
                }
            }
        }
        return due;
    }

    void save(String channel, Instant nextRound, ChannelRow row) throws SQLException {
        try (PreparedStatement update = hub.prepareStatement(
                """
                update sync_message_channel
                set next_round_at = ?, rhythm = ?, next_digest_at = ?, next_summary_at = ? where name = ?""")) {
            update.setObject(1, time(nextRound));
            update.setString(2, row.rhythm());
            update.setObject(3, time(row.nextDigest()));
            update.setObject(4, time(row.nextSummary()));
            update.setString(5, channel);
            update.executeUpdate();
        }
    }

    /** Has items wait for the next digest. */
    void addItems(String channel, List<MessageItem> items) throws SQLException {
        try (PreparedStatement insert =
                hub.prepareStatement("insert into sync_message_item (channel, content) values (?, ?)")) {
            for (MessageItem item : items) {
                insert.setString(1, channel);
                insert.setString(2, ContentJson.write(item));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Removes and returns the items that wait, oldest first. */
    List<MessageItem> takeItems(String channel) throws SQLException {
        List<MessageItem> items = new ArrayList<>();
        try (PreparedStatement delete = hub.prepareStatement(
                """
                with taken as (delete from sync_message_item where channel = ? returning id, content)
                select content from taken order by id""")) {
            delete.setString(1, channel);
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    items.add(ContentJson.read(row.getString(1), MessageItem.class));
                }
            }
        }
        return items;
    }

    void addMessage(String channel, Content content, Instant now) throws SQLException {
        try (PreparedStatement insert = hub.prepareStatement(
                "insert into sync_message (uuid, channel, content, created_at) values (?, ?, ?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, channel);
            insert.setString(3, ContentJson.write(content));
            insert.setObject(4, time(now));
            insert.executeUpdate();
        }
    }
}
