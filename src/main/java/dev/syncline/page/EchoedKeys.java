package dev.syncline.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The keys of a call, by which an answer's records are known. A system that answers in another case, or without the blanks
 * around a key, means the one that differs in nothing else; where several do, it is none of them.
 */
public final class EchoedKeys {
    private final Set<String> asked;
    /** By how it looks without case and blanks; empty text where several look so. Null until a key needs it. */
    private Map<String, String> alike;

    public EchoedKeys(Collection<String> asked) {
        this.asked = new HashSet<>(asked);
    }

    /** The key that an answer means; null when it is none of those asked. */
    public String meant(String answered) {
        if (answered == null || asked.contains(answered)) {
            return answered;
        }
        if (alike == null) {
            alike = new HashMap<>();
            asked.forEach(key -> alike.merge(plain(key), key, (one, other) -> ""));
        }
        String key = alike.get(plain(answered));
        return key == null || key.isEmpty() ? null : key;
    }

    private static String plain(String key) {
        return key.strip().toLowerCase(Locale.ROOT);
    }
}
