package dev.syncline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** Ports for servers that a test starts itself, and that the program's configuration names before. */
final class Ports {
    private Ports() {}

    /** The same for all class loaders of the process. */
    static int of(String name) {
        String property = "syncline.tests.port." + name;
        synchronized (System.getProperties()) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, Integer.toString(free()));
            }
            return Integer.getInteger(property);
        }
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
