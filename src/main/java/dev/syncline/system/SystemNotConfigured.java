package dev.syncline.system;

import java.util.Locale;

/** A system is named by a route, and the configuration does not say where it is. */
public class SystemNotConfigured extends RuntimeException {
    SystemNotConfigured(String system, String prefix, String setting) {
        super("System " + system + " is not configured: set " + prefix + system + "." + setting
                + " (as an environment variable "
                + (prefix + system + "." + setting)
                        .replaceAll("[^A-Za-z0-9]", "_")
                        .toUpperCase(Locale.ROOT) + ")");
    }
}
