package dev.syncline.api.http;

import java.util.Objects;

/**
 * A key in a path. Clients and servers interpret some keys as steps of the path, even when they are encoded: {@code .}
 * and {@code ..}, empty segments, a semicolon. Such a key is given as a query parameter instead.
 */
public final class KeyInPath {
    public static final String EXACT = "Replaces this part of the path, which then may be any text: for keys that a"
            + " path cannot hold, such as . and ..";

    private KeyInPath() {}

    /** @param exact the query parameter; null if the path has the key */
    public static String of(String inPath, String exact) {
        return Objects.requireNonNullElse(exact, inPath);
    }
}
