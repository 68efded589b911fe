package dev.syncline.run;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.jboss.logging.Logger;

/** Renews the leases of this process's runs, and has runs begun again that nobody carries out any more. */
@ApplicationScoped
class Takeover {
    private static final Logger LOG = Logger.getLogger(Takeover.class);

    private final RunLife life;
    private final Dispatcher dispatcher;
    private final Lease lease;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "leases");
        thread.setDaemon(true);
        return thread;
    });

    Takeover(RunLife life, Dispatcher dispatcher, Lease lease) {
        this.life = life;
        this.dispatcher = dispatcher;
        this.lease = lease;
    }

    void start(@Observes CamelContextStartedEvent event) {
        long interval = lease.length().toMillis() / 6;
        timer.scheduleWithFixedDelay(this::tick, interval / 5, interval, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void tick() {
        try {
            life.renewLeases();
            for (Run run : life.abandoned()) {
                LOG.infof("Run %d of %s is nobody's: it goes on here or elsewhere", run.id, run.route);
                dispatcher.dispatch(run);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Leases could not be renewed, tried again soon: %s", e.getMessage());
        }
    }
}
