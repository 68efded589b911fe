package dev.syncline.message.channel;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The mail server, {@code syncline.mail.*}.
 *
 * @param security how the connection is encrypted
 */
public record MailSettings(String host, int port, Security security, Optional<String> username, String from) {
    private static final String PREFIX = "syncline.mail.";

    /** How a connection is encrypted: after STARTTLS, from its first byte, or not at all. */
    public enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    /** @throws InvalidMessages if a setting is missing or invalid */
    public static MailSettings of(Config config) {
        String host = text(config, "host")
                .orElseThrow(() -> new InvalidMessages(
                        "Messages by e-mail need a mail server: set syncline.mail.host" + " (SYNCLINE_MAIL_HOST)"));
        String from = text(config, "from")
                .filter(Channels::isAddress)
                .orElseThrow(() -> new InvalidMessages("Messages by e-mail need a sender: set syncline.mail.from"
                        + " (SYNCLINE_MAIL_FROM) to an e-mail address"));
        Security security = text(config, "security").map(MailSettings::security).orElse(Security.STARTTLS);
        int port = text(config, "port").map(MailSettings::port).orElse(security == Security.TLS ? 465 : 587);
        Optional<String> username = text(config, "username");
        if (username.isPresent() && security == Security.NONE) {
            throw new InvalidMessages("syncline.mail.username is set and syncline.mail.security is none: the password"
                    + " would be sent readable. Set syncline.mail.security to starttls or tls");
        }
        return new MailSettings(host, port, security, username, from);
    }

    /** Returns the password, which may change while the program is running. */
    public static Optional<String> password(Config config) {
        return config.getOptionalValue(PREFIX + "password", String.class);
    }

    private static Security security(String text) {
        return switch (text) {
            case "starttls" -> Security.STARTTLS;
            case "tls" -> Security.TLS;
            case "none" -> Security.NONE;
            default ->
                throw new InvalidMessages("syncline.mail.security is '" + text + "'. Set it to starttls, tls or none");
        };
    }

    private static int port(String text) {
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65_535) {
            throw new InvalidMessages("syncline.mail.port is '" + text + "'. Set it to a port, such as 587");
        }
        return Integer.parseInt(text);
    }

    private static Optional<String> text(Config config, String setting) {
        return config.getOptionalValue(PREFIX + setting, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
