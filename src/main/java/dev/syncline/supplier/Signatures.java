package dev.syncline.supplier;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;

/**
 * Whether a notification is the supplier's: its HMAC-SHA256 with the secret that both share,
 * {@code syncline.systems.<name>.notification-secret}.
 */
@ApplicationScoped
public class Signatures {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private static final Pattern FORM = Pattern.compile("\\s*(?:sha256=)?[0-9a-f]{64}\\s*", Pattern.CASE_INSENSITIVE);

    private final Config config;

    Signatures(Config config) {
        this.config = config;
    }

    /** Whether a secret is configured; without one the supplier sends no notifications. */
    public boolean isExpected(Supplier supplier) {
        return secret(supplier).isPresent();
    }

    /** Whether a text may be a signature; null is none. */
    public static boolean isForm(String signature) {
        return signature != null && FORM.matcher(signature).matches();
    }

    /** @param signature hexadecimal, with or without {@code sha256=} before it; null for none */
    public boolean isRight(Supplier supplier, byte[] body, String signature) {
        Optional<String> secret = secret(supplier);
        if (secret.isEmpty() || signature == null) {
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

    private static byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
