package dev.syncline.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds secrets in text in the forms in which they may appear. Reads a text without secrets once. */
final class SecretForms {
    static final SecretForms NONE = new SecretForms(Set.of());

    /** Shorter Base64 texts are parts of many words. */
    private static final int SHORTEST_BASE64 = 7;

    /** The number of characters that are hashed to find beginnings of forms. */
    private static final int HEAD = 4;

    private static final int HEADS = 1 << 16;

    /** Longest first. */
    private final List<String> forms;

    /** A bit for the first characters of each form. */
    private final long[] heads = new long[HEADS / Long.SIZE];

    private final Map<Integer, List<String>> byHead = new HashMap<>();

    SecretForms(Collection<String> secrets) {
        Set<String> all = new LinkedHashSet<>();
        secrets.forEach(secret -> add(all, secret));
        forms = all.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String form : forms) {
            int head = 0;
            for (int i = 0; i < HEAD; i++) {
                head = head(head, form.charAt(i));
            }
            heads[head / Long.SIZE] |= 1L << head;
            byHead.computeIfAbsent(head, h -> new ArrayList<>()).add(form);
        }
    }

    List<String> all() {
        return forms;
    }

    /** Returns the hash of the last characters, with the next one appended. */
    static int head(int before, char next) {
        return (before << 4 ^ next) & HEADS - 1;
    }

    /** Returns whether a form may begin with the characters with that hash. */
    boolean mayBegin(int head) {
        return (heads[head / Long.SIZE] & 1L << head) != 0;
    }

    /**
     * Whether a form stands in the text.
     *
     * @param end of its first characters, the last of them
     * @param head that they stand for
     */
    boolean isAt(String text, int end, int head) {
        for (String form : byHead.getOrDefault(head, List.of())) {
            if (text.startsWith(form, end + 1 - HEAD)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a form stands in the text that has one of these places in it. */
    boolean isAround(String text, int[] places) {
        int longest = forms.isEmpty() ? 0 : forms.get(0).length();
        int next = 0; // where the next form may begin
        for (int place : places) {
            next = Math.max(next, place - longest + 1);
            int head = 0;
            for (int i = next; i < Math.min(text.length(), place + HEAD); i++) {
                head = head(head, text.charAt(i));
                if (mayBegin(head) && isAt(text, i, head)) {
                    return true;
                }
            }
            next = Math.max(next, place + 1);
        }
        return false;
    }

    String masked(String text, String mask) {
        String masked = text;
        for (String form : forms) {
            if (masked.contains(form)) {
                masked = masked.replace(form, mask);
            }
        }
        return masked;
    }

    /** Adds a secret as it is, as bytes, in addresses, and in encodings of protocols. */
    private static void add(Set<String> forms, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(secret);
        forms.add(new String(bytes, StandardCharsets.ISO_8859_1));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            forms.add(encoder.encodeToString(bytes));
            forms.add(encoder.withoutPadding().encodeToString(bytes));
            for (int before = 0; before < 3; before++) {
                String within = within(encoder, bytes, before);
                if (within.length() >= SHORTEST_BASE64) {
                    forms.add(within);
                }
            }
        }
    }

    /**
     * Returns the Base64 characters that depend on the secret alone, if it is within a longer text such as user:secret.
     */
    private static String within(Base64.Encoder encoder, byte[] secret, int before) {
        byte[] text = new byte[before + secret.length];
        System.arraycopy(secret, 0, text, before, secret.length);
        return encoder.withoutPadding().encodeToString(text).substring((before * 8 + 5) / 6, text.length * 8 / 6);
    }
}
