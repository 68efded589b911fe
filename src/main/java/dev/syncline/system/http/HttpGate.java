package dev.syncline.system.http;

import dev.syncline.system.CallRefused;
import dev.syncline.system.Gate;
import dev.syncline.system.Gates;
import dev.syncline.system.Systems;
import dev.syncline.system.http.Room.Reservation;
import dev.syncline.system.http.client.SystemClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.Timeout;

/**
 * Guards every call to an HTTP system, repetitions included: waits for its turn and the end of a pause, does not send
 * it while the circuit breaker is open, applies the system's time-outs, and obeys, measures ({@code
 * syncline_target_seconds}) and limits the answer.
 */
@ApplicationScoped
@Named("gate")
@RegisterForReflection
public class HttpGate implements HttpClientConfigurer, ExecChainHandler {
    /** Headers that name the system and the run of a call; they do not leave the process. */
    static final String SYSTEM = "Syncline-System";

    static final String RUN = "Syncline-Run";

    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private final Gates gates;
    private final Systems systems;
    private final SignedCalls calls;
    private final SystemClients clients;
    private final AnswerRoom room;
    private final MeterRegistry meters;
    private final Clock clock;

    HttpGate(
            Gates gates,
            Systems systems,
            SignedCalls calls,
            SystemClients clients,
            AnswerRoom room,
            MeterRegistry meters,
            Clock clock) {
        this.gates = gates;
        this.systems = systems;
        this.calls = calls;
        this.clients = clients;
        this.room = room;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries(); // the client would wait for a Retry-After itself, and the run would not
        // show it
        client.disableRedirectHandling(); // it would take what signs a call in to another host
        client.addExecInterceptorFirst("gate", this);
        clients.route(client, SYSTEM);
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        String system = take(request, SYSTEM);
        long run = Long.parseLong(take(request, RUN));
        Gate gate = gates.of(system);
        gate.enter(run);
        Reservation place = room(gate, system, run);
        boolean isKept = false;
        try {
            long begun = System.nanoTime();
            ClassicHttpResponse answer = call(gate, system, request, scope, chain, begun);
            isKept = keep(system, run, gate, answer, begun, place, scope.execRuntime::discardEndpoint);
            return answer;
        } finally {
            if (!isKept) {
                place.close();
            }
        }
    }

    private Reservation room(Gate gate, String system, long run) throws IOException {
        boolean isTaken = false;
        try {
            Reservation place = room.coming(system, run);
            isTaken = true;
            return place;
        } finally {
            if (!isTaken) {
                gate.left();
            }
        }
    }

    private ClassicHttpResponse call(
            Gate gate, String system, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain, long begun)
            throws IOException, HttpException {
        scope.clientContext.setRequestConfig(timeouts(system, scope.clientContext.getRequestConfigOrDefault()));
        boolean isDone = false;
        try {
            ClassicHttpResponse answer = calls.proceed(system, request, scope, chain);
            heed(gate, answer, System.nanoTime() - begun);
            isDone = true;
            return answer;
        } catch (CallRefused e) {
            throw e;
        } catch (IOException e) {
            gate.away(System.nanoTime() - begun, e);
            isDone = true;
            throw e;
        } finally {
            if (!isDone) {
                gate.left();
            }
        }
    }

    private void heed(Gate gate, ClassicHttpResponse answer, long nanos) {
        var pause = AskedPause.of(answer, clock);
        if (pause.isEmpty() && AWAY.contains(answer.getCode())) {
            gate.away(nanos, new IOException("answered " + answer.getCode()));
        } else {
            gate.answered(nanos);
            pause.ifPresent(gate::pause);
        }
    }

    /**
     * Reads the whole answer, so that the connection becomes free. Returns whether the answer owns the reservation from
     * now on.
     */
    private boolean keep(
            String system,
            long run,
            Gate gate,
            ClassicHttpResponse answer,
            long begun,
            Reservation place,
            Runnable hangUp)
            throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            measured(system, begun);
            return false;
        }
        boolean isRefusal = answer.getCode() >= 300;
        long longest = systems.longestAnswer(system);
        LimitedAnswer limited = new LimitedAnswer(
                entity,
                system,
                longest,
                isRefusal,
                systems.queryTimeout(system).minusNanos(System.nanoTime() - begun),
                brokenOff -> gate.away(System.nanoTime() - begun, brokenOff),
                () -> measured(system, begun),
                hangUp);
        boolean isRead = false;
        try {
            long announced = entity.getContentLength();
            KeptAnswer kept = KeptAnswer.of(
                    limited, system, run, room, place, announced >= 0 ? Math.min(announced, longest) : longest);
            isRead = true;
            answer.setEntity(new KeptEntity(entity, kept));
            return !isRefusal; // a refusal is short, and may be kept as text until its run continues
        } finally {
            if (!isRead) {
                hangUp.run();
            }
        }
    }

    /** A body that was read completely. */
    private static final class KeptEntity extends HttpEntityWrapper {
        private final KeptAnswer kept;

        private KeptEntity(HttpEntity entity, KeptAnswer kept) {
            super(entity);
            this.kept = kept;
        }

        @Override
        public InputStream getContent() {
            return kept;
        }

        @Override
        public long getContentLength() {
            return kept.length();
        }

        @Override
        public void close() {
            kept.close();
        }
    }

    private void measured(String system, long begun) {
        meters.timer("syncline.target", "system", system).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }

    @SuppressWarnings("deprecation") // the alternative is the connection pool, which all systems share
    private RequestConfig timeouts(String system, RequestConfig config) {
        return RequestConfig.copy(config)
                .setConnectTimeout(Timeout.of(systems.connectTimeout(system)))
                .setConnectionRequestTimeout(Timeout.of(systems.timeout(system)))
                .setResponseTimeout(Timeout.of(systems.timeout(system)))
                .build();
    }

    private static String take(ClassicHttpRequest request, String header) {
        String value = request.getFirstHeader(header).getValue();
        request.removeHeaders(header);
        return value;
    }
}
