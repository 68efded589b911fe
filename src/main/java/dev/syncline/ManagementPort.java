package dev.syncline;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The default port of health and metrics: 9000, or any free port if another program uses that, so that a second
 * Syncline can start. The log names the port.
 */
public class ManagementPort implements ConfigSource {
    private static final String NAME = "quarkus.management.port";
    private static final int USUAL = 9000;

    /** Lower than application.properties. */
    private static final int ORDINAL = 200;

    private String port;

    @Override
    public String getName() {
        return "management port";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    /** Returns no names, as it is not a setting of the build. */
    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getValue(String name) {
        return NAME.equals(name) ? port() : null;
    }

    private synchronized String port() {
        if (port == null) {
            try (ServerSocket free = new ServerSocket(USUAL)) {
                port = Integer.toString(free.getLocalPort());
            } catch (IOException e) {
                port = "0";
            }
        }
        return port;
    }
}
