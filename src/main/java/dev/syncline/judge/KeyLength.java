package dev.syncline.judge;

import java.nio.charset.StandardCharsets;

/** How long a key may be: as an entry of an index of the hub holds, with room for what stands beside it. */
final class KeyLength {
    static final int MOST_BYTES = 2_000;

    private KeyLength() {}

    static boolean fits(String key) {
        return key.length() <= MOST_BYTES / 4
                || key.length() <= MOST_BYTES && key.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }
}
