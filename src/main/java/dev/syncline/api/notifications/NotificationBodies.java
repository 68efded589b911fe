package dev.syncline.api.notifications;

import dev.syncline.api.http.CallGuard;
import dev.syncline.api.http.RawProblem;
import dev.syncline.route.RoutesNotLoaded;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import dev.syncline.supplier.notification.NotificationSignatures;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the bodies of notifications, which anyone can send, within limits: known suppliers only, a longest body, a
 * deadline, and a bounded number and size of bodies at a time. No worker thread waits for a sender.
 */
@ApplicationScoped
class NotificationBodies {
    private static final Logger LOG = Logger.getLogger(NotificationBodies.class);
    private static final String BUSY =
            "Too many notifications are arriving at the same time. Send it again in a few seconds";

    private final Suppliers suppliers;
    private final NotificationSignatures signatures;
    private final RawProblem problems;
    private final Vertx vertx;
    private final long longest;
    private final long deadline;
    private final BodyRoom room;

    NotificationBodies(
            Suppliers suppliers,
            NotificationSignatures signatures,
            RawProblem problems,
            Vertx vertx,
            @ConfigProperty(name = "syncline.notifications.longest") MemorySize longest,
            @ConfigProperty(name = "syncline.notifications.deadline") Duration deadline,
            @ConfigProperty(name = "syncline.notifications.at-once") int atOnce) {
        this.suppliers = suppliers;
        this.signatures = signatures;
        this.problems = problems;
        this.vertx = vertx;
        this.longest = longest.asLongValue();
        this.deadline = deadline.toMillis();
        this.room = BodyRoom.own(atOnce, this.longest);
    }

    BodyRoom room() {
        return room;
    }

    void take(@Observes Router router) {
        router.post("/api/suppliers/:supplier/notifications")
                .order(CallGuard.FIRST + 1)
                .handler(this::admit);
    }

    private void admit(RoutingContext call) {
        String system = call.pathParam("supplier");
        Optional<Supplier> supplier;
        try {
            supplier = suppliers.find(system);
        } catch (RoutesNotLoaded e) {
            refuseForNow(call, e.getMessage());
            return;
        }
        if (supplier.isEmpty()) {
            problems.refuse(call, 404, "Unknown supplier '" + system + "'");
        } else if (!NotificationSignatures.isForm(
                        call.request().getHeader(supplier.get().signatureHeader()))
                || !signatures.isExpected(supplier.get())) {
            problems.refuse(
                    call, 401, NotificationsResource.unsigned(supplier.get(), signatures.isExpected(supplier.get())));
        } else if (signatures.sharesSecretWith(supplier.get()).isPresent()) {
            problems.refuse(call, 401, NotificationsResource.ambiguous(supplier.get()));
        } else if (CallGuard.length(call) > longest) {
            problems.refuse(call, 413, tooLong(CallGuard.length(call) + " bytes"));
        } else {
            read(call, system);
        }
    }

    private String tooLong(String size) {
        return "The notification has " + size + ", and at most " + longest
                + " are accepted (syncline.notifications.longest). Send its documents one by one, or leave them to the"
                + " polls";
    }

    private void refuseForNow(RoutingContext call, String detail) {
        call.response().putHeader("Retry-After", "2");
        problems.refuse(call, 503, detail);
    }

    private void read(RoutingContext call, String system) {
        BodyRoom.BodyReservation place = room.enter(CallGuard.length(call)).orElse(null);
        if (place == null) {
            refuseForNow(call, BUSY);
            return;
        }
        Buffer body = Buffer.buffer();
        long timer = vertx.setTimer(deadline, late -> {
            if (place.end()) {
                LOG.infof(
                        "A notification for %s was cut off: %d bytes arrived within %d ms",
                        system, body.length(), deadline);
                problems.refuse(call, 408, "The notification did not arrive completely within " + deadline + " ms");
            }
        });
        // Its room is released when the call is answered, or the connection is closed.
        call.addEndHandler(ended -> {
            vertx.cancelTimer(timer);
            place.leave();
        });
        call.request().exceptionHandler(failure -> {
            if (place.end()) {
                LOG.infof("The body of a notification for %s ended after %d bytes: %s", system, body.length(), failure);
            }
            vertx.cancelTimer(timer);
            place.leave();
        });
        call.request().handler(part -> {
            if (place.isEnded()) {
                return;
            }
            if (body.length() + part.length() > longest) {
                place.end();
                problems.refuse(call, 413, tooLong("more than " + longest + " bytes"));
            } else if (!place.holds(body.length() + part.length())) {
                place.end();
                refuseForNow(call, BUSY);
            } else {
                body.appendBuffer(part);
            }
        });
        call.request().endHandler(whole -> {
            vertx.cancelTimer(timer);
            if (place.end()) {
                ((RoutingContextInternal) call).setBody(body);
                call.next();
            }
        });
        call.request().resume();
    }
}
