package dev.syncline.message.delivery;

import dev.syncline.message.content.Content;
import dev.syncline.message.content.ContentJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The messages that are to be sent, oldest first. One process at a time sends those of a channel: it claims the channel,
 * and renews that before each message. If it dies, its claim ends, and another process sends the message again that was
 * in flight, with the same id. Each call is one statement, and commits.
 */
@ApplicationScoped
class Outbox {
    private static final String CLAIM =
            """
            update sync_message_channel c set claimed_until = ?, fence = fence + 1
            where name = ? and (claimed_until is null or claimed_until <= ?) and (not_before is null or not_before <= ?)
                  and exists (select from sync_message m
                              where m.channel = c.name and m.sent_at is null and m.given_up_at is null)
            returning fence""";

    private static final String RENEW =
            "update sync_message_channel set claimed_until = ? where name = ? and fence = ?";

    private static final String NEXT =
            """
            select id, uuid, content, created_at from sync_message
            where channel = ? and sent_at is null and given_up_at is null order by id limit 1""";

    private static final String SENT =
            """
            with message as (update sync_message set sent_at = ?, attempts = attempts + 1, error = null where id = ?)
            update sync_message_channel set failures = 0, not_before = null, last_sent_at = ? where name = ?""";

    /** A failure is counted by the one who has the claim. */
    private static final String FAILED =
            """
            with message as (update sync_message set attempts = attempts + 1, error = ? where id = ?)
            update sync_message_channel
            set failures = failures + 1, last_error = ?, last_error_at = ?, not_before = ?
            where name = ? and fence = ?""";

    private static final String GIVEN_UP =
            """
            with message as (update sync_message set given_up_at = ?, attempts = attempts + 1, error = ? where id = ?)
            update sync_message_channel set last_error = ?, last_error_at = ? where name = ?""";

    private final DataSource hub;

    Outbox(DataSource hub) {
        this.hub = hub;
    }

    /** Returns the claim; empty if nothing waits, or is to be sent now, or another process has it. */
    Optional<Claim> claim(String channel, Instant now, Duration lease) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, time(now.plus(lease)));
            claim.setString(2, channel);
            claim.setObject(3, time(now));
            claim.setObject(4, time(now));
            try (ResultSet row = claim.executeQuery()) {
                return row.next() ? Optional.of(new Claim(channel, row.getInt(1))) : Optional.empty();
            }
        }
    }

    /** Returns whether the claim is still this process's; it then lasts until that time. */
    boolean renew(Claim claim, Instant until) throws SQLException {
        return update(RENEW, time(until), claim.channel(), claim.fence()) > 0;
    }

    /** Lets any process claim the channel at once. */
    void release(Claim claim) throws SQLException {
        update(RENEW, null, claim.channel(), claim.fence());
    }

    /** Returns the oldest message that waits. */
    Optional<OutboxMessage> next(String channel) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setString(1, channel);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new OutboxMessage(
                                row.getLong(1),
                                row.getObject(2, UUID.class),
                                ContentJson.read(row.getString(3), Content.class),
                                row.getObject(4, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        }
    }

    void sent(Claim claim, OutboxMessage message, Instant now) throws SQLException {
        update(SENT, time(now), message.id(), time(now), claim.channel());
    }

    /** @param next when the channel is tried again */
    void failed(Claim claim, OutboxMessage message, String error, Instant now, Instant next) throws SQLException {
        update(FAILED, error, message.id(), error, time(now), time(next), claim.channel(), claim.fence());
    }

    void gaveUp(Claim claim, OutboxMessage message, String error, Instant now) throws SQLException {
        update(GIVEN_UP, time(now), error, message.id(), error, time(now), claim.channel());
    }

    /** Records that the receiver takes messages; those that wait are sent at once. */
    void arrived(String channel, Instant now) throws SQLException {
        update(
                "update sync_message_channel set failures = 0, not_before = null, last_sent_at = ? where name = ?",
                time(now),
                channel);
    }

    /** Returns how often the channel has failed since its last message. */
    int failures(String channel) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select failures from sync_message_channel where name = ?")) {
            select.setString(1, channel);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
