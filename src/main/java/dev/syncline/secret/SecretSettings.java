package dev.syncline.secret;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import jakarta.annotation.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads settings that are secrets. A secret may be in a file, which the setting {@code <name>-file} names and which is
 * read each time. Its text is used unchanged: <code>${</code> in a password is a part of it. A value that is only a
 * reference, <code>${name}</code>, is resolved.
 */
@Priority(SecretSettings.BEFORE_EXPRESSIONS)
public class SecretSettings implements ConfigSourceInterceptor {
    static final int BEFORE_EXPRESSIONS = 5_000;

    private static final long serialVersionUID = 1;
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9._\"-]+)(?::([^{}]*))?}");

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (!SecretNames.isSecret(name)) {
            return context.proceed(name);
        }
        ConfigValue secret = secret(context, name);
        if (secret != null && !isPublic(context, name, secret.getValue())) {
            Secrets.remember(name, secret.getValue());
        }
        return secret;
    }

    /**
     * Returns whether a password equals the user's name, as in the sandbox: masking it would make messages unreadable.
     */
    private static boolean isPublic(ConfigSourceInterceptorContext context, String name, String secret) {
        ConfigValue user = context.proceed(name.substring(0, name.lastIndexOf('.') + 1) + "username");
        return name.startsWith("syncline.users.")
                ? name.equals("syncline.users." + secret + ".password")
                : user != null && secret != null && secret.equals(user.getValue());
    }

    private static ConfigValue secret(ConfigSourceInterceptorContext context, String name) {
        ConfigValue file = context.proceed(SecretNames.file(name));
        if (file != null && file.getValue() != null && !file.getValue().isBlank()) {
            return file.withName(name).withValue(read(name, file.getValue()));
        }
        ConfigValue plain = Expressions.withoutExpansion(() -> context.proceed(name));
        if (plain == null || plain.getValue() == null) {
            return plain;
        }
        Matcher reference = REFERENCE.matcher(plain.getValue());
        if (!reference.matches()) {
            return plain;
        }
        ConfigValue meant = context.restart(reference.group(1));
        if (meant != null && meant.getValue() != null) {
            return plain.withValue(meant.getValue());
        }
        return reference.group(2) == null ? plain : plain.withValue(reference.group(2));
    }

    /** Removes the final line break that editors add. */
    private static String read(String name, String file) {
        try {
            return Files.readString(Path.of(file)).replaceFirst("\\R$", "");
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The file " + file + " with the secret " + name + " cannot be read (" + e + "). Mount it, or let "
                            + SecretNames.file(name) + " name another one",
                    e);
        }
    }
}
