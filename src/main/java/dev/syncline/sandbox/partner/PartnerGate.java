package dev.syncline.sandbox.partner;

import dev.syncline.sandbox.call.SandboxProblem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/** Admits calls to the partner systems, and applies faults to them. */
@ApplicationScoped
public class PartnerGate {
    private final Config config;
    private final InjectedFaults faults;
    private final PartnerStore store;
    /** Delayed answers do not delay the end of the program. */
    private final CountDownLatch ended = new CountDownLatch(1);

    PartnerGate(Config config, InjectedFaults faults, PartnerStore store) {
        this.config = config;
        this.faults = faults;
        this.store = store;
    }

    @PreDestroy
    void end() {
        ended.countDown();
    }

    /** Returns the system, if it speaks the protocol (null: any) and the caller has its token. */
    PartnerSystem admit(String system, PartnerSystem.Protocol protocol, String authorization) {
        PartnerSystem partner = PartnerSystem.named(system);
        if (protocol != null && partner.protocol() != protocol) {
            throw new SandboxProblem(404, system + " takes its deliveries in another form");
        }
        authorize(system, authorization);
        return partner;
    }

    public void authorize(String system, String authorization) {
        String token = config.getValue("syncline.systems." + system + ".token", String.class);
        if (!("Bearer " + token).equals(authorization)) {
            throw new SandboxProblem(401, "The bearer token is not the one of " + system);
        }
    }

    /** Returns the answer of a fault that prevents a request. */
    Optional<Response> before(String system, String entity) {
        faults.strike(system, entity, InjectedFault.DELAY).ifPresent(fault -> pause(fault.delayMillis()));
        Optional<InjectedFault> malformed = faults.strike(system, entity, InjectedFault.MALFORMED);
        if (malformed.isPresent()) {
            return malformed.map(fault -> Response.ok(fault.body()).build());
        }
        return faults.strike(system, entity, InjectedFault.STATUS).map(PartnerGate::failure);
    }

    /** Answers a request, unless a fault prevents it. */
    public Response answer(String system, String entity, HttpServerRequest request, Supplier<Response> answer) {
        Optional<Response> failure = before(system, entity);
        if (failure.isEmpty()
                && faults.strike(system, entity, InjectedFault.DISCONNECT).isPresent()) {
            failure = Optional.of(close(request, ""));
        }
        if (failure.isPresent()) {
            store.logFailed(system, entity);
            return failure.get();
        }
        return answer.get();
    }

    /** Carries a delivery out, unless a fault prevents it; a fault may lose the answer. */
    Response deliver(PartnerSystem system, String entity, HttpServerRequest request, Supplier<String> delivery) {
        Optional<Response> failure = before(system.name(), entity);
        if (failure.isPresent()) {
            store.logFailed(system.name(), entity);
            return failure.get();
        }
        if (faults.strike(system.name(), entity, InjectedFault.DISCONNECT).isPresent()) {
            store.logFailed(system.name(), entity);
            return close(request, "");
        }
        String answer = delivery.get();
        if (faults.strike(system.name(), entity, InjectedFault.DROP).isPresent()) {
            return close(request, answer);
        }
        Optional<InjectedFault> stall = faults.strike(system.name(), entity, InjectedFault.STALL);
        if (stall.isPresent()) {
            return Response.ok(inTwoParts(answer, stall.get().delayMillis())).build();
        }
        Response.ResponseBuilder response = Response.ok(answer);
        faults.strike(system.name(), entity, InjectedFault.RATE_LIMIT)
                .ifPresent(fault -> response.header("X-RateLimit-Limit", 1)
                        .header("X-RateLimit-Remaining", 0)
                        .header("X-RateLimit-Reset", fault.reset()));
        return response.build();
    }

    /** Closes the connection, and waits for that, as the answer would overtake it. */
    private static Response close(HttpServerRequest request, String answer) {
        request.connection().close().toCompletionStage().toCompletableFuture().join();
        return Response.ok(answer).build();
    }

    private StreamingOutput inTwoParts(String answer, long pauseMillis) {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        return out -> {
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            pause(pauseMillis);
            out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
        };
    }

    private static Response failure(InjectedFault fault) {
        Response response = SandboxProblem.response(fault.status(), "A fault of the sandbox");
        if (fault.retryAfter() == null) {
            return response;
        }
        Object value = fault.asDate()
                ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(fault.retryAfter()))
                : fault.retryAfter();
        return Response.fromResponse(response).header("Retry-After", value).build();
    }

    private void pause(long millis) {
        try {
            ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
