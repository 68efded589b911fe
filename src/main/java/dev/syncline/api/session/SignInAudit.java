package dev.syncline.api.session;

import dev.syncline.access.LogIns;
import dev.syncline.api.http.ClientAddress;
import dev.syncline.record.LogInAudit;
import io.quarkus.oidc.SecurityEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Writes to the audit log who signed in at the provider, and from where somebody failed to. */
@ApplicationScoped
public class SignInAudit {
    private static final Logger LOG = Logger.getLogger(SignInAudit.class);

    private final LogInAudit audit;

    SignInAudit(LogInAudit audit) {
        this.audit = audit;
    }

    /** Receives sign-ins and log-outs from Quarkus, on a thread that must not block. */
    void told(@Observes SecurityEvent event) {
        if (event.getEventType() == SecurityEvent.Type.OIDC_LOGIN) {
            String who = event.getSecurityIdentity().getPrincipal().getName();
            String address = ClientAddress.of(event.getSecurityIdentity().getAttribute(RoutingContext.class.getName()));
            write(() -> audit.done(who, address));
        }
    }

    void tokenRefused(RoutingContext call) {
        failed("A token", call);
    }

    void signInFailed(RoutingContext call) {
        failed("A sign-in", call);
    }

    private void failed(String what, RoutingContext call) {
        String address = ClientAddress.of(call);
        LOG.warnf("%s from %s was refused", what, address);
        write(() -> audit.failed(LogIns.UNKNOWN, address));
    }

    private static void write(Runnable line) {
        Infrastructure.getDefaultWorkerPool().execute(() -> {
            try {
                line.run();
            } catch (RuntimeException e) {
                LOG.warnf(
                        "A sign-in could not be written to the audit log, as the hub database does not answer: %s",
                        e.getMessage());
            }
        });
    }
}
