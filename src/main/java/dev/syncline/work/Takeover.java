package dev.syncline.work;

import dev.syncline.duty.Duties;
import dev.syncline.duty.Duty;
import dev.syncline.system.LostConnection;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.apache.camel.spi.CamelEvent.CamelContextStoppingEvent;
import org.jboss.logging.Logger;

/** Has parts of items dispatched again that no process carries out any more, or that nobody has begun. */
@ApplicationScoped
public class Takeover {
    private static final Logger LOG = Logger.getLogger(Takeover.class);

    private final List<WorkKind<?>> kinds;
    private final PartClaims claims;
    private final Dispatcher dispatcher;
    private final HeldLeases leases;
    private final Duties duties;
    private Duty duty;
    /** None at first: an order that came before the routes were there has no trigger. */
    private volatile Duration queuedFor = Duration.ZERO;

    Takeover(@All List<WorkKind<?>> kinds, PartClaims claims, Dispatcher dispatcher, HeldLeases leases, Duties duties) {
        this.kinds = kinds;
        this.claims = claims;
        this.dispatcher = dispatcher;
        this.leases = leases;
        this.duties = duties;
    }

    void start(@Observes CamelContextStartedEvent event) {
        Duration interval = LeaseRenewal.interval(leases.length());
        duty = duties.repeat("take-over", interval.dividedBy(5), interval, this::look);
    }

    void stop(@Observes CamelContextStoppingEvent event) {
        if (duty != null) {
            duty.stop();
        }
    }

    private void look() {
        kinds.forEach(this::dispatchAbandoned);
        queuedFor = leases.length().dividedBy(6);
    }

    /** Dispatches the parts of a kind that nobody carries out, as many as this process has room for. */
    public <T extends WorkItem> void dispatchAbandoned(WorkKind<T> kind) {
        int room = kind.room();
        if (room > 0) {
            claims.abandoned(kind, queuedFor, room).forEach(part -> dispatch(kind, part));
        }
    }

    private <T extends WorkItem> void dispatch(WorkKind<T> kind, ItemPart<T> abandoned) {
        T item = abandoned.item();
        try {
            if (dispatcher.dispatch(kind, item, abandoned.number())) {
                LOG.infof(
                        "%s %d of %s has no owner: it is continued here or by another process",
                        kind.noun(), abandoned.number(), item.route);
            }
        } catch (RuntimeException e) {
            if (LostConnection.isMissing(e)) {
                throw e; // each of the other parts would wait for a connection, too
            }
            LOG.warnf(
                    "%s %d of %s is not taken over now, tried again soon: %s",
                    kind.noun(), abandoned.number(), item.route, e.getMessage());
        }
    }
}
