package dev.syncline.hub;

import dev.syncline.duty.Duties;
import dev.syncline.duty.Duty;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;

/**
 * Tests every two seconds whether the hub database takes a write, which it rolls back. Uses a connection of its own, so
 * that it neither waits for a free one nor takes one from runs.
 */
@ApplicationScoped
public class HubProbe {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration SILENT_FOR_TOO_LONG = Duration.ofSeconds(15);
    private static final String WRITE =
            "insert into sync_system (name, next_call) values (?, now()) on conflict (name) do nothing";

    private final OwnConnection own;
    private final Duties duties;
    private final Clock clock;
    private final String name = "probe " + UUID.randomUUID();
    private Duty duty;
    private volatile ProbeResult last;

    HubProbe(AgroalDataSource hub, Duties duties, Clock clock) {
        this.own = new OwnConnection(hub);
        this.duties = duties;
        this.clock = clock;
    }

    /**
     * The result of a test.
     *
     * @param problem null if the write succeeded
     */
    private record ProbeResult(Instant at, String problem) {}

    /**
     * Returns why the hub does not take writes; empty if it does. Returns at once, but within seconds the first time.
     */
    public Optional<String> problem() {
        ProbeResult answer = last;
        if (answer == null) {
            ask();
            answer = last;
        }
        if (answer.at().isBefore(clock.instant().minus(SILENT_FOR_TOO_LONG))) {
            return Optional.of("It has not answered since " + answer.at());
        }
        return Optional.ofNullable(answer.problem());
    }

    void start(@Observes CamelContextStartedEvent event) {
        duty = duties.repeat("hub-probe", Duration.ZERO, PAUSE, this::ask);
    }

    void stop(@Observes ShutdownEvent event) {
        if (duty != null) {
            duty.stop();
        }
        own.close();
    }

    private synchronized void ask() {
        try (Connection connection = own.get()) {
            connection.setAutoCommit(false);
            try (PreparedStatement write = connection.prepareStatement(WRITE)) {
                write.setString(1, name);
                write.executeUpdate();
            } finally {
                connection.rollback();
            }
            last = new ProbeResult(clock.instant(), null);
        } catch (SQLException | RuntimeException e) {
            last = new ProbeResult(clock.instant(), e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }
}
