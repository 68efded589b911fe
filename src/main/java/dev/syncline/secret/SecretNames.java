package dev.syncline.secret;

import java.util.regex.Pattern;

/** Tells by their names which settings are secrets. */
final class SecretNames {
    private static final Pattern SECRET = Pattern.compile(
            "(syncline\\.(systems|users|messages)\\..+\\.(.+-)?(password|token|secret|api-key)|quarkus\\.datasource\\.password"
                    + "|syncline\\.messages\\..+\\.url|syncline\\.mail\\.password"
                    + "|quarkus\\.oidc\\.(credentials|authentication|token-state-manager)\\.(.+-)?secret)");

    private SecretNames() {}

    static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }

    /** Returns the setting that names the file with the secret. */
    static String file(String secret) {
        return secret + "-file";
    }
}
