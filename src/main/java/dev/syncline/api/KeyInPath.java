package dev.syncline.api;

import java.util.Objects;

/**
 * A key that stands in a path. Clients and servers take some for parts of the path itself, however they are encoded: {@code
 * .} and {@code ..}, empty parts, a semicolon. Those are given beside it.
 */
final class KeyInPath {
    static final String EXACT =
            "What is meant in the stead of the part of the path, which may be any text then: for keys that a"
                    + " path cannot hold, as . and .. are";

    private KeyInPath() {}

    /** @param exact the query parameter; null where the path says it */
    static String of(String inPath, String exact) {
        return Objects.requireNonNullElse(exact, inPath);
    }
}
