package dev.syncline.message;

import dev.syncline.message.channel.Channel;
import dev.syncline.message.channel.Channels;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Compares regularly what channels know with what is the matter, and puts messages into the outbox. Every process does
 * so; a channel's row, which is locked meanwhile, ensures that one does at a time.
 */
@ApplicationScoped
class Rounds {
    private final DataSource hub;
    private final Channels channels;
    private final Causes causes;
    private final Summaries summaries;
    private final Catalog catalog;
    private final Clock clock;
    private final Duration interval;
    private final ZoneId zone;

    Rounds(
            DataSource hub,
            Channels channels,
            Causes causes,
            Summaries summaries,
            Catalog catalog,
            Clock clock,
            @ConfigProperty(name = "syncline.outbox.interval") Duration interval,
            @ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.hub = hub;
        this.channels = channels;
        this.causes = causes;
        this.summaries = summaries;
        this.catalog = catalog;
        this.clock = clock;
        this.interval = interval;
        this.zone = zone;
    }

    /** Compares the channels that are due; all of it, or, if something fails, nothing. */
    @Transactional(rollbackOn = Exception.class)
    void carryOut() throws SQLException {
        List<Channel> configured = channels.all();
        if (configured.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<String> names = configured.stream().map(Channel::name).toList();
        try (Connection connection = hub.getConnection()) {
            ChannelTable table = new ChannelTable(connection);
            table.add(names, now);
            Map<String, ChannelRow> due = table.lockDue(names, now);
            if (due.isEmpty()) {
                return;
            }
            Round round = new Round(causes.now(kinds(configured)), sections(), now, zone);
            for (Channel channel : configured) {
                ChannelRow row = due.get(channel.name());
                if (row != null) {
                    round.carryOut(connection, channel, row, summaries);
                    table.save(channel.name(), now.plus(interval.dividedBy(2)), round.next(channel, row));
                }
            }
        }
    }

    private static Set<String> kinds(List<Channel> channels) {
        Set<String> kinds = new HashSet<>();
        channels.forEach(channel -> kinds.addAll(channel.kinds()));
        return kinds;
    }

    private Map<String, String> sections() {
        return catalog.all().stream()
                .collect(Collectors.toMap(SyncRoute::id, route -> route.about().section()));
    }
}
