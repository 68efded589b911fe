package dev.syncline.deliver;

import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The HTTP targets that there are, by the parameters of their files. */
@ApplicationScoped
class HttpTargets {
    private final Catalog catalog;
    private final Map<String, HttpTarget> targets = new ConcurrentHashMap<>();

    HttpTargets(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Whether the target of a route takes one record a call. */
    boolean takesOne(SyncRoute route) {
        return RecordTarget.is(catalog.parametersOf(route.target() + ".write"));
    }

    HttpTarget of(Batch batch) {
        return targets.computeIfAbsent(
                batch.run().route().target(), system -> HttpTarget.of(catalog.parametersOf(system + ".write")));
    }
}
