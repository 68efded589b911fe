package dev.syncline.message;

import dev.syncline.duty.Duties;
import dev.syncline.duty.Duty;
import dev.syncline.message.channel.Channel;
import dev.syncline.message.channel.Channels;
import dev.syncline.message.delivery.Sending;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Compares and sends regularly, on threads of its own: of the scheduler messages have to say that it stands still, and a
 * receiver that hangs holds up its own messages only.
 */
@ApplicationScoped
class MessageDuties {
    private final Channels channels;
    private final Rounds rounds;
    private final Sending sending;
    private final Duties duties;
    private final Duration interval;
    private final List<Duty> started = new ArrayList<>();

    MessageDuties(
            Channels channels,
            Rounds rounds,
            Sending sending,
            Duties duties,
            @ConfigProperty(name = "syncline.outbox.interval") Duration interval) {
        this.channels = channels;
        this.rounds = rounds;
        this.sending = sending;
        this.duties = duties;
        this.interval = interval;
    }

    void start(@Observes CamelContextStartedEvent event) {
        List<Channel> configured = channels.all();
        if (configured.isEmpty()) {
            return;
        }
        started.add(duties.repeat("messages", interval, interval, rounds::carryOut));
        for (Channel channel : configured) {
            started.add(duties.repeat(
                    "messages-" + channel.name(),
                    interval,
                    interval.dividedBy(3),
                    () -> sending.sendDue(channels.find(channel.name()).orElse(channel))));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        started.forEach(Duty::stop);
    }
}
