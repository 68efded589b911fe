package dev.syncline.system;

import dev.syncline.sql.SqlDialect;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Makes the driver properties that bound how long a connection waits for an answer. A property that the URL of the
 * system sets keeps that value.
 */
final class DriverTimeouts {
    private DriverTimeouts() {}

    /**
     * @param connect time until the server has accepted the connection
     * @param login time until the connection is established; {@link CutOff} then sets the time-out of statements
     * @param query time for one statement
     */
    static Map<String, String> of(String url, Duration connect, Duration login, Duration query) {
        Map<String, String> properties = new HashMap<>();
        SqlDialect.ofUrl(url).ifPresent(dialect -> properties.putAll(dialect.timeouts(connect, login, query)));
        String said = url.toLowerCase(Locale.ROOT);
        properties.keySet().removeIf(property -> said.contains(property.toLowerCase(Locale.ROOT) + "="));
        return properties;
    }
}
