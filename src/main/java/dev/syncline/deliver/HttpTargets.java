package dev.syncline.deliver;

import dev.syncline.route.Catalog;
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

    HttpTarget of(Batch batch) {
        return targets.computeIfAbsent(
                batch.run().route().target(), system -> HttpTarget.of(catalog.parametersOf(system + ".write")));
    }
}
