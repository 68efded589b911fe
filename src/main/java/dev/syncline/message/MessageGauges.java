package dev.syncline.message;

import dev.syncline.message.ChannelStates.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.jboss.logging.Logger;

/** Gauges of the messages that wait to be sent. A scrape needs one query, and none without channels. */
@ApplicationScoped
class MessageGauges {
    private static final Logger LOG = Logger.getLogger(MessageGauges.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final ChannelStates states;
    private final MeterRegistry meters;
    private final Clock clock;
    private Waiting known;
    private Instant knownAt = Instant.EPOCH;

    MessageGauges(ChannelStates states, MeterRegistry meters, Clock clock) {
        this.states = states;
        this.meters = meters;
        this.clock = clock;
    }

    void start(@Observes CamelContextStartedEvent event) {
        gauge("syncline.messages.waiting", Waiting::count);
        gauge("syncline.messages.oldest.seconds", this::age);
    }

    private void gauge(String name, ToDoubleFunction<Waiting> value) {
        Gauge.builder(name, this, gauges -> gauges.value(value)).register(meters);
    }

    private double age(Waiting waiting) {
        return waiting.oldest() == null
                ? 0
                : Duration.between(waiting.oldest(), clock.instant()).toMillis() / 1_000.0;
    }

    /** Returns NaN if the hub does not answer. */
    private synchronized double value(ToDoubleFunction<Waiting> value) {
        Instant now = clock.instant();
        if (!knownAt.isAfter(now.minus(FRESH)) || knownAt.isAfter(now)) {
            knownAt = now; // also after a failure: a hub that hangs must not be asked for each gauge
            known = null;
            try {
                known = states.waiting();
            } catch (RuntimeException e) {
                LOG.debugf("The messages that wait could not be counted: %s", e.getMessage());
            }
        }
        return known == null ? Double.NaN : value.applyAsDouble(known);
    }
}
