package dev.syncline.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The roles of the groups that a sign-in provider names: {@code syncline.groups.<role>}, groups separated by commas. A group
 * gives no role by having a role's name.
 */
@ApplicationScoped
public class Groups {
    private static final String PREFIX = "syncline.groups.";
    private static final String VARIABLE_PREFIX = "SYNCLINE_GROUPS_";

    private static final Pattern SETTING = Pattern.compile("syncline\\.groups\\.\"?(.+?)\"?(\\[\\d+])?");
    private static final Pattern VARIABLE = Pattern.compile(VARIABLE_PREFIX + "(.+?)(_\\d+_)?");

    private final Config config;
    private final Map<String, Set<String>> roles = new LinkedHashMap<>();

    Groups(Config config) {
        this.config = config;
        for (String role : RoleNames.ALL) {
            for (String group : groups(role)) {
                roles.computeIfAbsent(group, any -> new HashSet<>()).add(role);
            }
        }
    }

    /** Returns the roles that a member of these groups has. */
    public Set<String> roles(Collection<String> groups) {
        Set<String> given = new HashSet<>();
        groups.forEach(group -> given.addAll(roles.getOrDefault(group, Set.of())));
        return given;
    }

    boolean isEmpty() {
        return roles.isEmpty();
    }

    void check(@Observes @Priority(Users.FIRST) StartupEvent event) {
        check();
    }

    /** @throws InvalidSignIn if groups are given an unknown role */
    void check() {
        for (String role : configuredRoles()) {
            if (!RoleNames.ALL.contains(role)) {
                throw new InvalidSignIn("The setting " + PREFIX + role + " (" + VARIABLE_PREFIX
                        + role.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_")
                        + ") names the unknown role '" + role + "', which gives no right. Known roles are "
                        + String.join(", ", RoleNames.ALL) + ": correct the name of the setting");
            }
        }
    }

    private Set<String> configuredRoles() {
        Set<String> configured = new TreeSet<>();
        for (ConfigSource source : config.getConfigSources()) {
            boolean isEnvironment = source.getName().startsWith("EnvConfigSource");
            for (String setting : source.getPropertyNames()) {
                Matcher variable = VARIABLE.matcher(setting);
                Matcher property = SETTING.matcher(setting);
                if (variable.matches()) {
                    configured.add(variable.group(1).toLowerCase(Locale.ROOT));
                } else if (property.matches() && !isEnvironment) { // it has variables as settings with dots, too
                    configured.add(property.group(1));
                }
            }
        }
        return configured;
    }

    private List<String> groups(String role) {
        return config.getOptionalValues(PREFIX + role, String.class).orElse(List.of()).stream()
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .toList();
    }
}
