package dev.syncline.message;

import dev.syncline.message.channel.Channel;
import dev.syncline.message.channel.Channels;
import dev.syncline.message.channel.Receivers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** Tells how channels get on. One query for all of them. */
@ApplicationScoped
public class ChannelStates {
    private static final String STATES =
            """
            select asked.name, c.last_sent_at, c.last_error, c.last_error_at, waiting.count, waiting.oldest, told.count
            from unnest(?) as asked (name)
            left join sync_message_channel c on c.name = asked.name
            cross join lateral (select count(*) as count, min(created_at) as oldest from sync_message
                                where channel = asked.name and sent_at is null and given_up_at is null) waiting
            cross join lateral (select count(*) as count from sync_message_cause
                                where channel = asked.name and told_at is not null) told""";

    private final DataSource hub;
    private final Channels channels;
    private final Receivers receivers;

    ChannelStates(DataSource hub, Channels channels, Receivers receivers) {
        this.hub = hub;
        this.channels = channels;
        this.receivers = receivers;
    }

    /** What waits in all channels. */
    record Waiting(long count, Instant oldest) {}

    private record Found(ChannelState state, Instant oldest) {}

    /** Returns the configured channels in the order of their names. */
    public List<ChannelState> all() {
        return found().stream().map(Found::state).toList();
    }

    /** @return the oldest is null if nothing waits */
    Waiting waiting() {
        List<Found> found = found();
        return new Waiting(
                found.stream().mapToLong(channel -> channel.state().waiting()).sum(),
                found.stream()
                        .map(Found::oldest)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null));
    }

    private List<Found> found() {
        Map<String, Channel> configured = new HashMap<>();
        List<Channel> all = channels.all();
        all.forEach(channel -> configured.put(channel.name(), channel));
        if (all.isEmpty()) {
            return List.of();
        }
        Map<String, Found> found = new HashMap<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(STATES)) {
            select.setArray(
                    1, connection.createArrayOf("text", configured.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), found(configured.get(row.getString(1)), row));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
        return all.stream().map(channel -> found.get(channel.name())).toList();
    }

    private Found found(Channel channel, ResultSet row) throws SQLException {
        return new Found(
                new ChannelState(
                        channel,
                        receivers.of(channel),
                        CauseTable.instant(row, 2),
                        row.getString(3),
                        CauseTable.instant(row, 4),
                        row.getLong(5),
                        row.getLong(7)),
                CauseTable.instant(row, 6));
    }
}
