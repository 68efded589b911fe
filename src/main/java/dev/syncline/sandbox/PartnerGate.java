package dev.syncline.sandbox;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/** Lets callers of the partner systems in, and the faults at them. */
@ApplicationScoped
class PartnerGate {
    private final Config config;
    private final Faults faults;
    private final PartnerStore store;

    PartnerGate(Config config, Faults faults, PartnerStore store) {
        this.config = config;
        this.faults = faults;
        this.store = store;
    }

    /** The system, when it speaks the protocol (null: any does) and the caller shows its token. */
    PartnerSystem admit(String system, PartnerSystem.Protocol protocol, String authorization) {
        PartnerSystem partner = PartnerSystem.named(system);
        if (protocol != null && partner.protocol() != protocol) {
            throw new SandboxProblem(404, system + " takes its deliveries in another form");
        }
        String token = config.getValue("syncline.systems." + system + ".token", String.class);
        if (!("Bearer " + token).equals(authorization)) {
            throw new SandboxProblem(401, "The bearer token is not the one of " + system);
        }
        return partner;
    }

    /** The answer of a fault that keeps a request from being carried out. */
    Optional<Response> before(PartnerSystem system, String entity) {
        faults.strike(system.name(), entity, Fault.DELAY).ifPresent(fault -> pause(fault.delayMillis()));
        Optional<Fault> malformed = faults.strike(system.name(), entity, Fault.MALFORMED);
        if (malformed.isPresent()) {
            return malformed.map(fault -> Response.ok(fault.body()).build());
        }
        return faults.strike(system.name(), entity, Fault.STATUS).map(PartnerGate::failure);
    }

    /** Carries a delivery out unless a fault stands before it; a fault after it loses the answer. */
    Response deliver(PartnerSystem system, String entity, HttpServerRequest request, Supplier<String> delivery) {
        Optional<Response> failure = before(system, entity);
        if (failure.isPresent()) {
            store.logFailed(system.name(), entity);
            return failure.get();
        }
        String answer = delivery.get();
        if (faults.strike(system.name(), entity, Fault.DROP).isPresent()) {
            // Waits, as the answer would overtake the close.
            request.connection()
                    .close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        return Response.ok(answer).build();
    }

    private static Response failure(Fault fault) {
        Response response = SandboxProblem.response(fault.status(), "A fault of the sandbox");
        return fault.retryAfter() == null
                ? response
                : Response.fromResponse(response)
                        .header("Retry-After", fault.retryAfter())
                        .build();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
