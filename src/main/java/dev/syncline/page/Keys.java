package dev.syncline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys of several columns as one text: the parts joined by a bar, bars and backslashes in them escaped. */
public final class Keys {
    private Keys() {}

    /** The key of several parts; none of them may be blank. */
    public static String joined(List<String> parts) {
        return join(parts);
    }

    static String join(List<String> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        StringBuilder key = new StringBuilder();
        for (String part : parts) {
            if (part == null || part.isBlank()) {
                return null;
            }
            if (key.length() > 0) {
                key.append('|');
            }
            key.append(part.replace("\\", "\\\\").replace("|", "\\|"));
        }
        return key.toString();
    }

    /** The parts of a key; empty when it has not that many. */
    public static Optional<List<String>> split(String key, int count) {
        if (count == 1) {
            return Optional.of(List.of(key));
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '\\' && i + 1 < key.length()) {
                part.append(key.charAt(++i));
            } else if (c == '|') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts.size() == count ? Optional.of(parts) : Optional.empty();
    }
}
