package dev.syncline.system.http;

import dev.syncline.system.outage.SystemCaller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * Classifies failures of calls by the status of the answer. An exception without an answer, such as the cancellation of
 * a run, is none of these.
 */
@ApplicationScoped
@Named("httpFailures")
@RegisterForReflection
public class HttpFailures {
    private static final Set<Integer> HEALS = Set.of(408, 425, 429, 502, 503, 504);

    /** Statuses that concern the caller or the address, not a record. */
    private static final Set<Integer> OF_THE_CALL = Set.of(401, 403, 404, 405, 407);

    /** Returns whether the system is away, or asks for a pause. */
    public boolean heals(Exchange exchange) {
        return HEALS.contains(status(exchange));
    }

    /** Returns whether the system failed to process the call. */
    public boolean isBreakdown(Exchange exchange) {
        int status = status(exchange);
        return status >= 500 && status < 600;
    }

    /** Returns whether the system refuses the content of the call. */
    public boolean isRefusal(Exchange exchange) {
        int status = status(exchange);
        boolean isMissing = (status == 404 || status == 410) && SystemCaller.isAtRecord(exchange);
        return isMissing || status >= 400 && status < 500 && !OF_THE_CALL.contains(status);
    }

    private static int status(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof HttpOperationFailedException answer
                ? answer.getStatusCode()
                : 0;
    }
}
