package dev.syncline.api.http;

import dev.syncline.record.Caller;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows the address of the call that this thread answers. */
@ApplicationScoped
class CallerAddress implements Caller {
    private final CurrentVertxRequest current;

    CallerAddress(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public String address() {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        RoutingContext call = current.getCurrent();
        return call == null ? null : ClientAddress.of(call);
    }
}
