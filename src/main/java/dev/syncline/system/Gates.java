package dev.syncline.system;

import dev.syncline.duty.Duties;
import dev.syncline.duty.Duty;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.jboss.logging.Logger;

/**
 * The gates of the systems that this process calls. While it calls any, it reads every second which pauses other
 * processes were asked for.
 */
@ApplicationScoped
public class Gates {
    private static final Logger LOG = Logger.getLogger(Gates.class);

    private final Systems systems;
    private final SharedPauses shared;
    private final CallWaits waits;
    private final Clock clock;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final Duties duties;
    private Duty duty;
    private volatile boolean isCalling;

    public Gates(Systems systems, SharedPauses shared, CallWaits waits, Clock clock, Duties duties) {
        this.systems = systems;
        this.shared = shared;
        this.waits = waits;
        this.clock = clock;
        this.duties = duties;
    }

    public Gate of(String system) {
        isCalling = true;
        return gates.computeIfAbsent(system, name -> new Gate(name, systems, shared, waits, clock));
    }

    /** Returns how this process's gate of a system stands; empty if it has not called the system. */
    public Optional<GateState> known(String system) {
        return Optional.ofNullable(gates.get(system)).map(Gate::state);
    }

    /** Returns the systems that asked any process for a pause, each with its end. */
    public Map<String, Instant> pauses() {
        Map<String, Instant> pauses = new HashMap<>();
        Instant now = clock.instant();
        try {
            shared.asked().forEach((system, left) -> pauses.put(system, now.plus(left)));
        } catch (SQLException e) {
            throw new HubFailure(e);
        }
        return pauses;
    }

    /** Reserves the next call that the rate limit of a system allows, and returns the time until then. */
    public Duration reserve(String system) {
        Optional<RateLimit> limit = systems.rateLimit(system);
        try {
            return limit.isEmpty() ? Duration.ZERO : shared.reserve(system, limit.get());
        } catch (SQLException e) {
            throw new HubFailure(e);
        }
    }

    void start(@Observes CamelContextStartedEvent event) {
        duty = duties.repeat("system-pauses", Duration.ofSeconds(1), Duration.ofSeconds(1), this::hear);
    }

    void stop(@Observes ShutdownEvent event) {
        if (duty != null) {
            duty.stop();
        }
    }

    private void hear() {
        if (!isCalling) {
            return;
        }
        isCalling = false;
        try {
            shared.asked().forEach((system, pause) -> {
                Gate gate = gates.get(system);
                if (gate != null) {
                    gate.leaveAlone(pause);
                }
            });
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("The pauses that other processes were asked for could not be read: %s", e.getMessage());
        }
    }
}
