package dev.syncline.system;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.jboss.logging.Logger;

/** The gates of the systems that this process calls. While it does, it hears every second what others were asked. */
@ApplicationScoped
class Gates {
    private static final Logger LOG = Logger.getLogger(Gates.class);

    private final Systems systems;
    private final SharedPauses shared;
    private final RunWaits waits;
    private final Clock clock;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "system-pauses");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean isCalling;

    Gates(Systems systems, SharedPauses shared, RunWaits waits, Clock clock) {
        this.systems = systems;
        this.shared = shared;
        this.waits = waits;
        this.clock = clock;
    }

    Gate of(String system) {
        isCalling = true;
        return gates.computeIfAbsent(system, name -> new Gate(name, systems, shared, waits, clock));
    }

    void start(@Observes CamelContextStartedEvent event) {
        timer.scheduleWithFixedDelay(this::hear, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
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
            LOG.debugf("What other processes were asked is not known: %s", e.getMessage());
        }
    }
}
