package dev.syncline.system;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;

/** What an HTTP system means by the status of its answer. What came of waiting for it, a run's cancellation too, has none. */
@ApplicationScoped
@Named("httpFailures")
@RegisterForReflection
public class HttpFailures {
    private static final Set<Integer> HEALS = Set.of(408, 425, 429, 502, 503, 504);

    /** Who we are and where we call, which is no record's fault. */
    private static final Set<Integer> OF_THE_CALL = Set.of(401, 403, 404, 405, 407);

    /** Whether it is away, or asks for a pause. */
    public boolean heals(Exchange exchange) {
        return HEALS.contains(status(exchange));
    }

    /** Whether it breaks on the call. */
    public boolean isBreakdown(Exchange exchange) {
        int status = status(exchange);
        return status >= 500 && status < 600;
    }

    /** Whether it refuses the call for what is in it. */
    public boolean isRefusal(Exchange exchange) {
        int status = status(exchange);
        return status >= 400 && status < 500 && !OF_THE_CALL.contains(status);
    }

    private static int status(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof HttpOperationFailedException answer
                ? answer.getStatusCode()
                : 0;
    }
}
