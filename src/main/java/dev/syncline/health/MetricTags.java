package dev.syncline.health;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Replaces unknown HTTP methods in tags, as callers could otherwise create any number of time series. */
class MetricTags {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "UNKNOWN");

    @Produces
    @Singleton
    MeterFilter knownMethods() {
        return MeterFilter.deny(MetricTags::hasUnknownMethod);
    }

    private static boolean hasUnknownMethod(Meter.Id id) {
        String method = id.getName().startsWith("http.server.") ? id.getTag("method") : null;
        return method != null && !METHODS.contains(method);
    }
}
