package dev.syncline.message.delivery;

import dev.syncline.message.channel.Channel;
import dev.syncline.message.content.Contents;
import dev.syncline.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Sends test messages while the caller waits, so that a person sees what the receiver answers. */
@ApplicationScoped
public class TestMessages {
    private final Sender sender;
    private final Outbox outbox;
    private final Undelivered undelivered;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    TestMessages(Sender sender, Outbox outbox, Undelivered undelivered, Clock clock) {
        this.sender = sender;
        this.outbox = outbox;
        this.undelivered = undelivered;
        this.clock = clock;
    }

    /** Thrown when another test message to the channel is under way. */
    public static class UnderWay extends Exception {}

    /** Returns why the receiver did not take it; empty if it did. */
    public Optional<String> send(Channel channel) throws UnderWay, SQLException, InterruptedException {
        if (!underWay.add(channel.name())) {
            throw new UnderWay();
        }
        try {
            sender.send(channel, UUID.randomUUID(), Contents.test(channel.name()));
        } catch (NotSent e) {
            return Optional.of(Secrets.masked(e.getMessage()));
        } finally {
            underWay.remove(channel.name());
        }
        outbox.arrived(channel.name(), clock.instant());
        undelivered.delivered(channel.name());
        return Optional.empty();
    }
}
