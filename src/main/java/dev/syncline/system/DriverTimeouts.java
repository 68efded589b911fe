package dev.syncline.system;

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
        if (url.startsWith("jdbc:postgresql:")) {
            properties.put("connectTimeout", seconds(connect));
            properties.put("loginTimeout", seconds(login));
            properties.put("socketTimeout", seconds(login));
            properties.put("cancelSignalTimeout", seconds(connect));
            properties.put("tcpKeepAlive", "true");
        } else if (url.startsWith("jdbc:mariadb:")) {
            properties.put("connectTimeout", millis(connect));
            properties.put("socketTimeout", millis(login));
            properties.put("tcpKeepAlive", "true");
        } else if (url.startsWith("jdbc:sqlserver:")) {
            properties.put("loginTimeout", seconds(login));
            properties.put("socketTimeout", millis(login));
            properties.put("queryTimeout", seconds(query));
            properties.put("cancelQueryTimeout", seconds(connect));
        }
        String said = url.toLowerCase(Locale.ROOT);
        properties.keySet().removeIf(property -> said.contains(property.toLowerCase(Locale.ROOT) + "="));
        return properties;
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }

    private static String millis(Duration duration) {
        return Long.toString(Math.max(1, duration.toMillis()));
    }
}
