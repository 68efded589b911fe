package dev.syncline.system;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
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
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;

/**
 * What every single call to an HTTP system goes through, repetitions too: it waits for its turn and for the end of a
 * pause, does not go out while the circuit breaker is open, is cut off by the system's time-outs, and its answer is
 * heeded, measured ({@code syncline_target_seconds}) and limited.
 */
@ApplicationScoped
@Named("gate")
@RegisterForReflection
public class HttpGate implements HttpClientConfigurer, ExecChainHandler {
    /** Headers that tell whose call it is; they do not leave the process. */
    static final String SYSTEM = "Syncline-System";

    static final String RUN = "Syncline-Run";

    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private final Gates gates;
    private final Systems systems;
    private final MeterRegistry meters;
    private final Clock clock;

    HttpGate(Gates gates, Systems systems, MeterRegistry meters, Clock clock) {
        this.gates = gates;
        this.systems = systems;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries(); // the client would sleep through a Retry-After, and nobody would see it
        client.addExecInterceptorFirst("gate", this);
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        String system = take(request, SYSTEM);
        long run = Long.parseLong(take(request, RUN));
        Gate gate = gates.of(system);
        gate.enter(run);
        scope.clientContext.setRequestConfig(timeouts(system, scope.clientContext.getRequestConfigOrDefault()));
        long begun = System.nanoTime();
        boolean isDone = false;
        try {
            ClassicHttpResponse answer = chain.proceed(request, scope);
            heed(gate, answer, System.nanoTime() - begun);
            isDone = true;
            limit(system, gate, answer, begun, scope.execRuntime::discardEndpoint);
            return answer;
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

    private void limit(String system, Gate gate, ClassicHttpResponse answer, long begun, Runnable hangUp) {
        if (answer.getEntity() == null) {
            measured(system, begun);
            return;
        }
        answer.setEntity(new LimitedAnswer(
                answer.getEntity(),
                system,
                systems.longestAnswer(system),
                answer.getCode() >= 400,
                begun + systems.queryTimeout(system).toNanos(),
                brokenOff -> gate.away(System.nanoTime() - begun, brokenOff),
                () -> measured(system, begun),
                hangUp));
    }

    private void measured(String system, long begun) {
        meters.timer("syncline.target", "system", system).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }

    @SuppressWarnings("deprecation") // the other place for it is the pool of connections, which all systems share
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
