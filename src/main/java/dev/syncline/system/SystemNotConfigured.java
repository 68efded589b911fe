package dev.syncline.system;

import java.util.Locale;

/** A system is named by a route, and the configuration does not say where it is. */
public class SystemNotConfigured extends RuntimeException {
    SystemNotConfigured(String system, String setting) {
        super("System " + system + " is not configured: set " + named(system, setting));
    }

    /** A setting of a system, as it is written in a file and as an environment variable. */
    static String named(String system, String setting) {
        String property = "syncline.systems." + system + "." + setting;
        return property + " (as an environment variable "
                + property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT) + ")";
    }
}
