package dev.syncline.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks configured passwords: bcrypt hashes or plain text. The implementation of bcrypt is found by its class name.
 */
@RegisterForReflection(classNames = "org.wildfly.security.password.impl.PasswordFactorySpiImpl")
final class Passwords {
    /** Each step doubles the time; this cost takes about a second. */
    static final int MOST_COST = 14;

    private static final Pattern HASH = Pattern.compile("\\$2[abxy]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");

    /** The hash of no password, so that refusing an unknown name takes as long as refusing a wrong password. */
    private static final String NOBODY = "$2a$10$......................................................";

    private Passwords() {}

    static boolean isHash(String configured) {
        return HASH.matcher(configured).matches();
    }

    /** Returns the cost of checking a hash, as a power of two; 0 for plain text. */
    static int cost(String configured) {
        Matcher hash = HASH.matcher(configured);
        return hash.matches() ? Integer.parseInt(hash.group(1)) : 0;
    }

    static boolean matches(String given, String configured) {
        if (!isHash(configured)) {
            return MessageDigest.isEqual(
                    given.getBytes(StandardCharsets.UTF_8), configured.getBytes(StandardCharsets.UTF_8));
        }
        // The letters name the program that made the hash; correct programs make the same hash.
        return BcryptUtil.matches(given, "$2a" + configured.substring(3));
    }

    static void checkNobody(String given) {
        matches(given, NOBODY);
    }
}
