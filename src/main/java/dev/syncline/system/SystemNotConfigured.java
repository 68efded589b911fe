package dev.syncline.system;

import java.util.Locale;

/** Thrown when a route names a system that is not configured. */
public class SystemNotConfigured extends RuntimeException {
    SystemNotConfigured(String system, String setting) {
        super("System " + system + " is not configured: set " + named(system, setting));
    }

    /** Returns the name of a setting, as a property and as an environment variable. */
    static String named(String system, String setting) {
        String property = "syncline.systems." + system + "." + setting;
        return property + " (as an environment variable "
                + property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT) + ")";
    }
}
