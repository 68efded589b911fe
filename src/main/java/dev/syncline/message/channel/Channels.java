package dev.syncline.message.channel;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** The channels, as {@code syncline.messages.<name>.*} describes them. */
@ApplicationScoped
public class Channels {
    /** Runs before anything waits for the hub database. */
    private static final int FIRST = -200;

    private static final String MAILTO = "mailto:";

    /** Without white space, quotes and angle brackets: nothing that could end a header or an SMTP command. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?");

    private static final Duration LONGEST_AFTER = Duration.ofDays(1);

    private final Config config;

    Channels(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(FIRST) StartupEvent event) {
        boolean hasMail = all().stream().anyMatch(channel -> channel.form() == Form.EMAIL);
        if (hasMail) {
            MailSettings.of(config);
        }
        consoleUrl();
    }

    /**
     * Returns the channels in the order of their names.
     *
     * @throws InvalidMessages if a setting is invalid
     */
    public List<Channel> all() {
        return ChannelNames.of(config).stream().map(this::channel).toList();
    }

    public Optional<Channel> find(String name) {
        return all().stream().filter(channel -> channel.name().equals(name)).findFirst();
    }

    private Channel channel(String name) {
        Optional<String> to = setting(name, "to");
        Optional<String> url = setting(name, "url");
        if (to.isPresent() == url.isPresent()) {
            throw new InvalidMessages("The messages '" + name + "' need one receiver: set either " + named(name, "to")
                    + " to e-mail addresses, such as mailto:it@example.com, or " + named(name, "url")
                    + " to the address of a webhook");
        }
        Form form = form(name, to.isPresent());
        if (form == Form.EMAIL) {
            addresses(name);
        } else {
            url(name);
        }
        return new Channel(
                name,
                form,
                Kinds.of(kinds(name)),
                new Interest(new Glob(list(name, "routes")), new Glob(list(name, "sections"))),
                setting(name, "when").map(text -> rhythm(name, text)).orElse(Rhythm.AT_ONCE),
                after(name),
                summaryAt(name));
    }

    private Form form(String name, boolean isMail) {
        Optional<String> form = setting(name, "form");
        if (isMail && form.isPresent()) {
            throw new InvalidMessages(
                    named(name, "form") + " is for webhooks, and '" + name + "' is sent by e-mail. Remove it");
        }
        return isMail
                ? Form.EMAIL
                : form.map(text -> Form.ofWebhook(text)
                                .orElseThrow(() -> new InvalidMessages(
                                        named(name, "form") + " is '" + text + "'. Set it to slack, teams or json")))
                        .orElse(Form.JSON);
    }

    private List<String> kinds(String name) {
        List<String> kinds = list(name, "kinds");
        for (String kind : kinds) {
            if (!Kinds.isKnown(kind)) {
                throw new InvalidMessages(named(name, "kinds") + " has the unknown kind '" + kind + "'. Kinds are "
                        + String.join(", ", Kinds.STATES) + ", " + Kinds.NOTICES + ", and each kind of notice: "
                        + String.join(", ", Kinds.OF_NOTICES));
            }
        }
        return kinds;
    }

    private static Rhythm rhythm(String name, String text) {
        try {
            return Rhythm.of(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidMessages(named(name, "when") + " is '" + text + "', and " + e.getMessage()
                    + ". Set it to at-once, an interval such as 30m or 4h, or times of day such as 07:00, 16:00");
        }
    }

    private Duration after(String name) {
        String setting = ChannelNames.PREFIX + name + ".after";
        Duration after;
        try {
            after = config.getOptionalValue(setting, Duration.class).orElse(Duration.ofMinutes(5));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidMessages(named(name, "after") + " is no duration. Set it to one such as 5m");
        }
        if (after.isNegative() || after.compareTo(LONGEST_AFTER) > 0) {
            throw new InvalidMessages(named(name, "after") + " must be between 0s and 1d");
        }
        return after;
    }

    private LocalTime summaryAt(String name) {
        try {
            return Rhythm.time(setting(name, "summary-at").orElse("07:00"));
        } catch (IllegalArgumentException e) {
            throw new InvalidMessages(
                    named(name, "summary-at") + ": " + e.getMessage() + ". Set it to one such as 07:00");
        }
    }

    /**
     * Returns the e-mail addresses of a channel.
     *
     * @throws InvalidMessages if one is invalid
     */
    public List<String> addresses(String name) {
        List<String> addresses = list(name, "to").stream()
                .map(to -> to.startsWith(MAILTO) ? to.substring(MAILTO.length()) : to)
                .toList();
        if (addresses.isEmpty()) {
            throw new InvalidMessages(named(name, "to") + " is empty. Set it to e-mail addresses");
        }
        for (String address : addresses) {
            if (!isAddress(address)) {
                throw new InvalidMessages(
                        named(name, "to") + ": '" + address
                                + "' is no e-mail address. Separate addresses by commas: mailto:it@example.com, mailto:erp@example.com");
            }
        }
        return addresses;
    }

    public static boolean isAddress(String address) {
        return ADDRESS.matcher(address).matches() && !address.contains("..");
    }

    /**
     * Returns the address of a channel's webhook. It is a secret: whoever knows it may write there.
     *
     * @throws InvalidMessages if it is invalid; does not contain it
     */
    public URI url(String name) {
        URI url;
        try {
            url = URI.create(setting(name, "url").orElse("").strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidMessages(named(name, "url") + " is no address of a webhook (its value is a secret)");
        }
        boolean isPlain = "http".equalsIgnoreCase(url.getScheme());
        if (url.getHost() == null
                || !isPlain && !"https".equalsIgnoreCase(url.getScheme())
                || url.getUserInfo() != null) {
            throw new InvalidMessages(named(name, "url")
                    + " is no address of a webhook (its value is a secret). Set it to one that begins with https://");
        }
        if (isPlain && form(name, false) != Form.JSON) {
            throw new InvalidMessages(
                    named(name, "url") + " begins with http://, so that everybody on the way could read"
                            + " the address, which is a secret. Set it to one that begins with https://");
        }
        return url;
    }

    /** Returns the secret by which a channel's calls are signed. */
    public Optional<String> secret(String name) {
        return setting(name, "secret");
    }

    /** Returns where people find the console, without a slash at its end; empty if it is not configured. */
    public Optional<String> consoleUrl() {
        Optional<String> url = config.getOptionalValue("syncline.console.url", String.class)
                .map(String::strip)
                .map(text -> text.replaceAll("/+$", ""));
        url.ifPresent(text -> {
            if (!text.matches("https?://[A-Za-z0-9.\\[\\]:-]+(/[A-Za-z0-9._~/-]*)?")) {
                throw new InvalidMessages("syncline.console.url (SYNCLINE_CONSOLE_URL) is '" + text
                        + "'. Set it to the address of the console, such as https://syncline.example.com");
            }
        });
        return url;
    }

    private List<String> list(String name, String setting) {
        return Arrays.stream(setting(name, setting).orElse("").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private Optional<String> setting(String name, String setting) {
        return config.getOptionalValue(ChannelNames.PREFIX + name + "." + setting, String.class);
    }

    private static String named(String name, String setting) {
        String property = ChannelNames.PREFIX + name + "." + setting;
        return property + " (" + property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + ")";
    }
}
