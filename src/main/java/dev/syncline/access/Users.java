package dev.syncline.access;

import dev.syncline.Prelude;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The configured users: {@code syncline.users.<name>.password} or {@code .password-file}, and {@code .roles} (separated
 * by commas). A name consists of lower-case letters, digits and hyphens: {@code ROOT_ADMIN} in an environment variable
 * is {@code root-admin}, the only form with which the user can log in.
 */
@ApplicationScoped
public class Users {
    private static final String PREFIX = "syncline.users.";

    /** Runs before anything waits for the hub database. */
    static final int FIRST = -200;

    /** The names under which the program itself acts. */
    private static final Set<String> RESERVED = Set.of("release", "schedule");

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern SETTING =
            Pattern.compile("syncline\\.users\\.\"?(.+?)\"?\\.(password|password-file|roles)");
    private static final Pattern VARIABLE = Pattern.compile("SYNCLINE_USERS_(.+?)_(PASSWORD|PASSWORD_FILE|ROLES)");

    private final Config config;

    Users(Config config) {
        this.config = config;
    }

    /** Returns the user; empty if the name is unknown, or has no password. */
    public Optional<User> find(String name) {
        return NAME.matcher(name).matches()
                ? setting(name, "password").map(password -> new User(name, password, roles(name)))
                : Optional.empty();
    }

    /** Returns whether the program itself acts under that name. */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** Returns whether users are configured, who log in by a password. */
    public boolean areConfigured() {
        return !names().isEmpty();
    }

    /** Returns the configured users, each with its roles, as configured. */
    public SortedMap<String, List<String>> roles() {
        SortedMap<String, List<String>> roles = new TreeMap<>();
        names().forEach(name -> roles.put(name, configuredRoles(name)));
        return roles;
    }

    /** Returns whether a user has that name. */
    boolean isKnown(String name) {
        return NAME.matcher(name).matches()
                && (setting(name, "roles").isPresent()
                        || setting(name, "password-file").isPresent()
                        || setting(name, "password").isPresent());
    }

    void check(@Observes @Priority(FIRST) StartupEvent event) {
        check(LaunchMode.current() != LaunchMode.NORMAL
                || ServiceLoader.load(Prelude.class).findFirst().isPresent());
    }

    /**
     * Refuses users that are ambiguous or not protected, or whose roles are missing or unknown.
     *
     * @param mayBePlain whether passwords may be plain text
     * @throws InvalidUsers if there are such users
     */
    void check(boolean mayBePlain) {
        for (String name : names()) {
            if (!NAME.matcher(name).matches()) {
                throw new InvalidUsers("The user name '" + name + "' is invalid: use lower-case letters, digits, and"
                        + " single hyphens between them. Name the setting " + PREFIX + proposal(name) + ".password");
            }
            if (RESERVED.contains(name)) {
                throw new InvalidUsers("The user name '" + name + "' is reserved: runs that the program orders itself"
                        + " have it. Choose another name");
            }
            Optional<String> password = setting(name, "password");
            boolean isInFile = setting(name, "password-file").isPresent();
            if (password.isPresent() && !mayBePlain && !isInFile && !Passwords.isHash(password.get())) {
                throw new InvalidUsers("The password of user '" + name + "' is plain text in the configuration. Set "
                        + PREFIX + name + ".password to its bcrypt hash (htpasswd -nBC 10 " + name + "), or " + PREFIX
                        + name + ".password-file to a file that holds the password or its hash");
            }
            if (password.isPresent() && Passwords.cost(password.get()) > Passwords.MOST_COST) {
                throw new InvalidUsers("The bcrypt hash of user '" + name + "' has the cost "
                        + Passwords.cost(password.get()) + ", at most " + Passwords.MOST_COST
                        + " is allowed: each log-in would take seconds. Hash the password again");
            }
            if (password.isEmpty() && !isInFile) {
                throw new InvalidUsers("User '" + name + "' has roles and no password. Set " + named(name, "password")
                        + " or " + named(name, "password-file") + ", or remove the user");
            }
            checkRoles(name);
        }
    }

    private void checkRoles(String name) {
        String known = "Known roles are " + String.join(", ", RoleNames.ALL);
        Set<String> roles = new HashSet<>();
        for (String role : configuredRoles(name)) {
            if (!RoleNames.ALL.contains(role)) {
                throw new InvalidUsers("User '" + name + "' has the unknown role '" + role + "', which gives no right. "
                        + known + ": correct " + named(name, "roles"));
            }
            if (!roles.add(role)) {
                throw new InvalidUsers("User '" + name + "' has the role '" + role + "' twice; was another one meant? "
                        + known + ": correct " + named(name, "roles"));
            }
        }
        if (roles.isEmpty()) {
            throw new InvalidUsers(
                    "User '" + name + "' has no role, and may do nothing. " + known + ": set " + named(name, "roles"));
        }
    }

    /** Returns the name of a setting as a property and as an environment variable. */
    private static String named(String name, String setting) {
        String property = PREFIX + name + "." + setting;
        return property + " (" + property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + ")";
    }

    /** Returns the configured names; those of environment variables converted to their form. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        Map<String, String> variables = new HashMap<>();
        for (ConfigSource source : config.getConfigSources()) {
            boolean isEnvironment = source.getName().startsWith("EnvConfigSource");
            for (String setting : source.getPropertyNames()) {
                Matcher variable = VARIABLE.matcher(setting);
                Matcher property = SETTING.matcher(setting);
                if (variable.matches()) {
                    names.add(canonical(variable.group(1)));
                    String other = variables.putIfAbsent(canonical(setting), setting);
                    if (other != null && !other.equals(setting)) {
                        throw new InvalidUsers("The variables " + other + " and " + setting
                                + " are for one and the same user. Remove one of them");
                    }
                } else if (property.matches()
                        && !isEnvironment) { // it also has environment variables as settings with dots
                    names.add(property.group(1));
                }
            }
        }
        return names;
    }

    private static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String proposal(String name) {
        String text = canonical(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return text.isEmpty() ? "<name>" : text;
    }

    private Set<String> roles(String name) {
        return Set.copyOf(configuredRoles(name));
    }

    private List<String> configuredRoles(String name) {
        return Arrays.stream(setting(name, "roles").orElse("").split(","))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .toList();
    }

    private Optional<String> setting(String name, String setting) {
        return config.getOptionalValue(PREFIX + name + "." + setting, String.class);
    }
}
