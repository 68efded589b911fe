package dev.syncline.message.delivery;

import dev.syncline.message.channel.Channel;
import dev.syncline.secret.Secrets;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends what waits in the outbox of a channel, one message after the other. After a failure the channel rests, twice as
 * long each time, and then begins with the same message. What cannot be sent within a day is given up.
 */
@ApplicationScoped
public class Sending {
    /** Longer than any message may take; then another process assumes that this one is dead. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration FIRST_REST = Duration.ofSeconds(20);
    private static final Duration LONGEST_REST = Duration.ofMinutes(30);
    private static final int MOST_DOUBLINGS = 7;
    private static final Logger LOG = Logger.getLogger(Sending.class);

    private final Outbox outbox;
    private final Sender sender;
    private final Undelivered undelivered;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Duration giveUpAfter;

    Sending(
            Outbox outbox,
            Sender sender,
            Undelivered undelivered,
            MeterRegistry meters,
            Clock clock,
            @ConfigProperty(name = "syncline.outbox.give-up-after") Duration giveUpAfter) {
        this.outbox = outbox;
        this.sender = sender;
        this.undelivered = undelivered;
        this.meters = meters;
        this.clock = clock;
        this.giveUpAfter = giveUpAfter;
    }

    /** Sends what is due in a channel, unless another process does so. */
    public void sendDue(Channel channel) throws SQLException, InterruptedException {
        Optional<Claim> claim = outbox.claim(channel.name(), clock.instant(), LEASE);
        if (claim.isEmpty()) {
            return;
        }
        try {
            while (outbox.renew(claim.get(), clock.instant().plus(LEASE))) {
                Optional<OutboxMessage> message = outbox.next(channel.name());
                if (message.isEmpty() || !isDone(channel, claim.get(), message.get())) {
                    return;
                }
            }
        } finally {
            outbox.release(claim.get());
        }
    }

    /** Returns whether the next message may follow at once. */
    private boolean isDone(Channel channel, Claim claim, OutboxMessage message)
            throws SQLException, InterruptedException {
        try {
            sender.send(channel, message.uuid(), message.content());
        } catch (NotSent e) {
            return isGivenUp(claim, message, e);
        }
        outbox.sent(claim, message, clock.instant());
        undelivered.delivered(channel.name());
        count(channel.name(), "sent");
        return true;
    }

    private boolean isGivenUp(Claim claim, OutboxMessage message, NotSent failure) throws SQLException {
        Instant now = clock.instant();
        String channel = claim.channel();
        String reason = Secrets.masked(failure.getMessage());
        if (failure.isFinal() || !now.isBefore(message.createdAt().plus(giveUpAfter))) {
            LOG.warnf("Message %s to %s is given up: %s", message.uuid(), channel, reason);
            outbox.gaveUp(claim, message, reason, now);
            undelivered.gaveUp(channel, reason);
            count(channel, "given_up");
            return true;
        }
        Duration rest = rest(outbox.failures(channel), failure.pause());
        LOG.infof("Message %s to %s was not sent, and is tried again in %s: %s", message.uuid(), channel, rest, reason);
        outbox.failed(claim, message, reason, now, now.plus(rest));
        count(channel, "failed");
        return false;
    }

    /**
     * Returns how long a channel rests.
     *
     * @param failures before this one
     * @param asked how long the receiver wants to be left alone
     */
    static Duration rest(int failures, Duration asked) {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration bounded = rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
        return asked.compareTo(bounded) > 0 ? asked : bounded;
    }

    private void count(String channel, String outcome) {
        meters.counter("syncline.messages", "channel", channel, "outcome", outcome)
                .increment();
    }
}
