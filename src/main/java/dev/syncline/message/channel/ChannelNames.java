package dev.syncline.message.channel;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Finds the names of channels in the configuration: properties and environment variables. */
public final class ChannelNames {
    public static final String PREFIX = "syncline.messages.";

    private static final List<String> SETTINGS = List.of(
            "to",
            "url",
            "url-file",
            "secret",
            "secret-file",
            "form",
            "kinds",
            "routes",
            "sections",
            "when",
            "after",
            "summary-at");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PROPERTY = Pattern.compile("syncline\\.messages\\.\"?(.+?)\"?(?:\\.([^.]+))?");
    private static final Pattern VARIABLE = Pattern.compile("SYNCLINE_MESSAGES_(.+?)_("
            + SETTINGS.stream()
                    .map(setting -> setting.replace('-', '_').toUpperCase(Locale.ROOT))
                    .collect(Collectors.joining("|"))
            + ")");

    private ChannelNames() {}

    /** @throws InvalidMessages if a name or a setting is unknown */
    public static Set<String> of(Config config) {
        Set<String> names = new TreeSet<>();
        for (ConfigSource source : config.getConfigSources()) {
            boolean isEnvironment = source.getName().startsWith("EnvConfigSource");
            for (String setting : source.getPropertyNames()) {
                if (setting.startsWith("SYNCLINE_MESSAGES_")) {
                    names.add(ofVariable(setting));
                } else if (setting.startsWith(PREFIX) && !isEnvironment) { // which has its variables with dots, too
                    names.add(ofProperty(setting));
                }
            }
        }
        return names;
    }

    private static String ofVariable(String variable) {
        Matcher name = VARIABLE.matcher(variable);
        if (!name.matches()) {
            throw new InvalidMessages("The variable " + variable + " is unknown. " + known());
        }
        return name.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String ofProperty(String property) {
        Matcher name = PROPERTY.matcher(property);
        if (!name.matches() || name.group(2) == null || !SETTINGS.contains(name.group(2))) {
            throw new InvalidMessages("The setting " + property + " is unknown. " + known());
        }
        if (!NAME.matcher(name.group(1)).matches()) {
            throw new InvalidMessages("The name '" + name.group(1) + "' of " + property
                    + " is invalid: use lower-case letters, digits, and single hyphens between them");
        }
        return name.group(1);
    }

    private static String known() {
        return "Settings of messages are " + PREFIX + "<name>." + String.join(", .", SETTINGS);
    }
}
