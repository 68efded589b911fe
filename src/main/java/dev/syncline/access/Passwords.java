package dev.syncline.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passwords as they are configured: bcrypt hashes, or plain text. The hashes are checked by a class found by its name. */
@RegisterForReflection(classNames = "org.wildfly.security.password.impl.PasswordFactorySpiImpl")
final class Passwords {
    /** Twice the time for each one more; this takes about a second. */
    static final int MOST_COST = 14;

    private static final Pattern HASH = Pattern.compile("\\$2[abxy]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");

    /** Of no password: a name that is unknown takes as long to refuse as a wrong password. */
    private static final String NOBODY = "$2a$10$......................................................";

    private Passwords() {}

    static boolean isHash(String configured) {
        return HASH.matcher(configured).matches();
    }

    /** What a hash costs to check, as a power of two; 0 for plain text. */
    static int cost(String configured) {
        Matcher hash = HASH.matcher(configured);
        return hash.matches() ? Integer.parseInt(hash.group(1)) : 0;
    }

    static boolean matches(String given, String configured) {
        if (!isHash(configured)) {
            return MessageDigest.isEqual(
                    given.getBytes(StandardCharsets.UTF_8), configured.getBytes(StandardCharsets.UTF_8));
        }
        // The letters tell which program hashed it; the hash of a correct one is the same.
        return BcryptUtil.matches(given, "$2a" + configured.substring(3));
    }

    static void checkNobody(String given) {
        matches(given, NOBODY);
    }
}
