package dev.syncline.supplier.notification;

import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Verifies that a notification is the supplier's, by its HMAC-SHA256 with the shared secret,
 * {@code syncline.systems.<name>.notification-secret}. A secret that two suppliers share is not accepted.
 */
@ApplicationScoped
public class NotificationSignatures {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private static final Pattern FORM = Pattern.compile("\\s*(?:sha256=)?[0-9a-f]{64}\\s*", Pattern.CASE_INSENSITIVE);

    private static final Logger LOG = Logger.getLogger(NotificationSignatures.class);

    private final Config config;
    private final Suppliers suppliers;

    NotificationSignatures(Config config, Suppliers suppliers) {
        this.config = config;
        this.suppliers = suppliers;
    }

    /** Logs the suppliers whose notifications are refused, as they share a secret. */
    void check(@Observes CamelContextStartedEvent event) {
        suppliers.all().values().stream()
                .sorted(Comparator.comparing(Supplier::system))
                .forEach(supplier -> sharesSecretWith(supplier).ifPresent(other -> LOG.error(shared(supplier, other))));
    }

    static String shared(Supplier supplier, String other) {
        return "Notifications of " + supplier.system() + " are refused: it has the same notification-secret as " + other
                + ", so that each could send what the other has signed. Agree on another one with one of them, and set"
                + " syncline.systems." + supplier.system() + ".notification-secret or that of " + other;
    }

    /**
     * Returns the first supplier by name that has the same secret. A signature covers the body, which does not name the
     * supplier: with the same secret it would be valid for both.
     */
    public Optional<String> sharesSecretWith(Supplier supplier) {
        Optional<byte[]> secret = secret(supplier).map(NotificationSignatures::bytes);
        return secret.isEmpty()
                ? Optional.empty()
                : suppliers.all().values().stream()
                        .filter(other -> !other.system().equals(supplier.system()))
                        .filter(other -> secret(other)
                                .filter(theirs -> MessageDigest.isEqual(secret.get(), bytes(theirs)))
                                .isPresent())
                        .map(Supplier::system)
                        .sorted()
                        .findFirst();
    }

    /** Returns whether a secret is configured; without one the supplier cannot send notifications. */
    public boolean isExpected(Supplier supplier) {
        return secret(supplier).isPresent();
    }

    /** Returns whether a text has the form of a signature; false for null. */
    public static boolean isForm(String signature) {
        return signature != null && FORM.matcher(signature).matches();
    }

    /**
     * Returns whether the signature is valid.
     *
     * @param signature hexadecimal, with or without {@code sha256=} before it; null for none
     */
    public boolean isRight(Supplier supplier, byte[] body, String signature) {
        Optional<String> secret = secret(supplier);
        if (secret.isEmpty() || signature == null || sharesSecretWith(supplier).isPresent()) {
            return false;
        }
        String given = signature.strip().toLowerCase(Locale.ROOT);
        String hex = given.startsWith(PREFIX) ? given.substring(PREFIX.length()) : given;
        byte[] wanted = HexFormat.of().formatHex(hmac(secret.get(), body)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(wanted, hex.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> secret(Supplier supplier) {
        return config.getOptionalValue("syncline.systems." + supplier.system() + ".notification-secret", String.class);
    }

    private static byte[] bytes(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(secret), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
