package dev.syncline.health;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Keeps strangers from making time series: a method that nobody knows is a text of the caller's choice. */
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
