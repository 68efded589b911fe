package dev.syncline.secret;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Finds secrets in text with escapes of JSON, XML or addresses, also nested ones. */
final class EscapedSecrets {
    /** The deepest nesting of escapes, such as JSON within JSON within JSON. */
    private static final int DEEPEST = 3;

    /**
     * The kinds of escapes, tried separately: a secret may contain what looks like an escape of a kind that the text
     * does not use.
     */
    private static final List<String> KINDS = List.of("\\", "%", "&", "\\%&");

    private static final int LONGEST_ENTITY = 10;
    private static final Map<String, Character> ENTITIES =
            Map.of("lt", '<', "gt", '>', "amp", '&', "quot", '"', "apos", '\'');

    private EscapedSecrets() {}

    /** Returns whether an escape may begin with that character. */
    static boolean isMark(char c) {
        return c == '\\' || c == '%' || c == '&';
    }

    /** Whether an escape begins at that place. */
    static boolean isAt(String text, int place) {
        return isMark(text.charAt(place)) && escape(text, place) != 0;
    }

    /** @param text that holds no secret as it stands */
    static String masked(String text, SecretForms secrets, String mask) {
        String masked = text;
        boolean isMixed = false;
        for (String marks : KINDS) {
            if (marks.length() > 1 && !isMixed) {
                continue; // the one kind that is there was looked at
            }
            Revealed revealed = revealed(masked, marks, secrets);
            while (revealed.depth > 0) {
                masked = masked(masked, marks, revealed.depth, secrets, mask);
                revealed = revealed(masked, marks, secrets);
            }
            isMixed |= revealed.isMixed;
        }
        return masked;
    }

    /**
     * What a text shows when it is decoded.
     *
     * @param depth how often it is to be decoded until it shows a secret; 0 where it shows none
     * @param isMixed whether it has escapes of these marks, and others beside them or within
     */
    private record Revealed(int depth, boolean isMixed) {}

    private static Revealed revealed(String text, String marks, SecretForms secrets) {
        String plain = text;
        boolean isMixed = false;
        for (int depth = 1; depth <= DEEPEST; depth++) {
            int escape = nextEscape(plain, marks, 0);
            isMixed |= (depth > 1 || escape >= 0) && hasOthers(plain, marks);
            if (escape < 0) {
                break;
            }
            Decoded decoded = decoded(plain, marks, escape);
            // What was not there before has in it what was decoded.
            if (secrets.isAround(decoded.text, decoded.places)) {
                return new Revealed(depth, isMixed);
            }
            plain = decoded.text;
        }
        return new Revealed(0, isMixed);
    }

    private static boolean hasOthers(String text, String marks) {
        return KINDS.stream().anyMatch(mark -> mark.length() == 1 && !marks.contains(mark) && text.contains(mark));
    }

    /** Returns the index of the next escape, or a negative number if none follows. */
    private static int nextEscape(String text, String marks, int from) {
        int at = nextMark(text, marks, from);
        while (at >= 0 && escape(text, at) == 0) {
            at = nextMark(text, marks, at + 1);
        }
        return at;
    }

    private static int nextMark(String text, String marks, int from) {
        if (marks.length() == 1) {
            return text.indexOf(marks.charAt(0), from);
        }
        for (int i = from; i < text.length(); i++) {
            if (isMark(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /**
     * A text with its outermost escapes replaced by what they stand for.
     *
     * @param places where these stand now, in their order
     */
    private record Decoded(String text, int[] places) {}

    /** @param first where the first escape begins */
    private static Decoded decoded(String text, String marks, int first) {
        char[] plain = new char[text.length()];
        int[] places = new int[16];
        int length = 0;
        int done = 0;
        int n = 0;
        for (int at = first; at >= 0; at = nextEscape(text, marks, done)) {
            text.getChars(done, at, plain, length);
            length += at - done;
            places = n == places.length ? Arrays.copyOf(places, n * 2) : places;
            places[n++] = length;
            int escape = escape(text, at);
            plain[length++] = (char) escape;
            done = at + (escape >>> 16);
        }
        text.getChars(done, text.length(), plain, length);
        return new Decoded(new String(plain, 0, length + text.length() - done), Arrays.copyOf(places, n));
    }

    private static String masked(String text, String marks, int depth, SecretForms secrets, String mask) {
        String plain = text;
        int[] from = new int[text.length()];
        int[] to = new int[text.length()];
        for (int i = 0; i < from.length; i++) {
            from[i] = i;
            to[i] = i + 1;
        }
        for (int i = 0; i < depth; i++) {
            plain = decoded(plain, marks, from, to);
        }
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (int i = 0; i < plain.length(); ) {
            int length = lengthAt(plain, i, secrets);
            if (length == 0) {
                i++;
            } else {
                masked.append(text, done, from[i]).append(mask);
                i += length;
                done = to[i - 1];
            }
        }
        return masked.append(text, done, text.length()).toString();
    }

    private static int lengthAt(String plain, int place, SecretForms secrets) {
        for (String form : secrets.all()) {
            if (plain.startsWith(form, place)) {
                return form.length();
            }
        }
        return 0;
    }

    /**
     * The same, and where its characters come from.
     *
     * @param marks the characters with which escapes begin
     * @param from where the characters of the text begin in what it was made of; moved to those of the answer
     * @param to where they end there
     */
    private static String decoded(String text, String marks, int[] from, int[] to) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            int length = 1;
            if (marks.indexOf(c) >= 0) {
                int escape = escape(text, i);
                length = Math.max(1, escape >>> 16);
                c = escape == 0 ? c : (char) escape;
            }
            from[plain.length()] = from[i];
            to[plain.length()] = to[i + length - 1];
            plain.append(c);
            i += length;
        }
        return plain.toString();
    }

    /**
     * Returns the length of the escape at that index, with its character in the lower 16 bits; 0 if there is no escape.
     */
    private static int escape(String text, int i) {
        char mark = text.charAt(i);
        char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
        if (mark == '\\') {
            return next == 'u' ? hex(text, i, 2, 4) : "\"\\/'".indexOf(next) >= 0 ? 2 << 16 | next : 0;
        }
        return mark == '%' ? hex(text, i, 1, 2) : entity(text, i);
    }

    private static int hex(String text, int i, int mark, int digits) {
        int end = i + mark + digits;
        int code = end > text.length() ? -1 : number(text.substring(i + mark, end), 16);
        return code < 0 ? 0 : mark + digits << 16 | code;
    }

    private static int entity(String text, int i) {
        int last = Math.min(text.length() - 1, i + LONGEST_ENTITY);
        int end = i + 1;
        while (end <= last && text.charAt(end) != ';') {
            end++;
        }
        if (end > last) {
            return 0;
        }
        String name = text.substring(i + 1, end);
        int code;
        if (name.startsWith("#x") || name.startsWith("#X")) {
            code = number(name.substring(2), 16);
        } else if (name.startsWith("#")) {
            code = number(name.substring(1), 10);
        } else {
            code = ENTITIES.getOrDefault(name, '\0');
        }
        return code <= 0 || code > Character.MAX_VALUE ? 0 : end - i + 1 << 16 | code;
    }

    /** Returns a negative number if the digits are invalid. */
    private static int number(String digits, int radix) {
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return digits.isEmpty() ? -1 : number;
    }
}
