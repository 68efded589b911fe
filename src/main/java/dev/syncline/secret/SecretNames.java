package dev.syncline.secret;

import java.util.regex.Pattern;

/** Which settings are secrets: by how their names end. */
final class SecretNames {
    private static final Pattern SECRET = Pattern.compile(
            "(syncline\\.(systems|users)\\..+\\.(.+-)?(password|token|secret)|quarkus\\.datasource\\.password)");

    private SecretNames() {}

    static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }

    /** The setting that names the file which the secret stands in. */
    static String file(String secret) {
        return secret + "-file";
    }
}
