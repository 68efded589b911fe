package dev.syncline.system;

import dev.syncline.sql.SqlDialect;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The drivers' own properties that bound how long a connection may be without an answer. What a system's URL says itself
 * stays as it is.
 */
final class DriverTimeouts {
    private DriverTimeouts() {}

    /**
     * @param connect until the server has accepted the connection
     * @param login until the connection stands; {@link CutOff} sets later what its statements may take
     * @param query one statement
     */
    static Map<String, String> of(String url, Duration connect, Duration login, Duration query) {
        Map<String, String> properties = new HashMap<>();
        SqlDialect.ofUrl(url).ifPresent(dialect -> properties.putAll(dialect.timeouts(connect, login, query)));
        String said = url.toLowerCase(Locale.ROOT);
        properties.keySet().removeIf(property -> said.contains(property.toLowerCase(Locale.ROOT) + "="));
        return properties;
    }
}
