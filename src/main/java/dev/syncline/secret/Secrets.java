package dev.syncline.secret;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Remembers the secrets that the program has used, and masks them in text. Text of other systems may contain a secret
 * that they were sent, so it is masked before it is stored, shown or logged.
 */
public final class Secrets {
    static final String MASK = "***";

    /** Shorter secrets are parts of many words, so that masking them would reveal them. */
    private static final int SHORTEST = 6;

    /** Former secrets of a setting that are remembered, as other systems may still have them. */
    private static final int LAST_OF_A_SETTING = 2;

    private static final int MOST_SETTINGS = 2_000;

    /** Credentials of any call, also of those that come in; looked for where {@link CredentialMarks} says that they may be. */
    static final Pattern CREDENTIALS =
            Pattern.compile("(?i)(authorization(?:[\"']\\s*:\\s*\\[?\\s*[\"']|\\s*[:=]\\s*[\"'\\[]*)"
                    + "(?:(?:basic|bearer|digest|negotiate)\\s+)?)[^\\s\"',;\\[\\]{}]+"
                    + "|(\\bbearer\\s+)[A-Za-z0-9._~+/-]{16,}=*"
                    + "|([?&;](?:password|pwd|token|access_token|client_secret)=)[^\\s&;\"']+"
                    + "|(://[^\\s/:@\"']{0,200}:)[^\\s/@\"']+(?=@)");

    /** Characters that mark escapes or credentials; most characters of a text do not. */
    private static final boolean[] MARKS = marks();

    private static final Map<String, LinkedHashSet<String>> SEEN = new LinkedHashMap<>();
    private static volatile SecretForms known = SecretForms.NONE;

    private Secrets() {}

    private static boolean[] marks() {
        boolean[] marks = new boolean[128];
        for (char c = 0; c < marks.length; c++) {
            marks[c] = EscapedSecrets.isMark(c) || CredentialMarks.isMark(c);
        }
        return marks;
    }

    /** The text with a mask in the place of each secret; null for null. The text itself, read once, where it holds none. */
    public static String masked(String text) {
        if (text == null) {
            return null;
        }
        SecretForms secrets = known;
        boolean holds = false;
        boolean isEscaped = false;
        boolean isMarked = false;
        int head = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            head = SecretForms.head(head, c);
            if (secrets.mayBegin(head)) {
                holds = holds || secrets.isAt(text, i, head);
            }
            if (c < MARKS.length && MARKS[c]) {
                isEscaped = isEscaped || EscapedSecrets.isAt(text, i);
                isMarked = isMarked || CredentialMarks.isAt(text, i);
            }
        }
        String masked = holds ? secrets.masked(text, MASK) : text;
        if (isEscaped) {
            masked = EscapedSecrets.masked(masked, secrets, MASK);
        }
        boolean isChanged = !masked.equals(text);
        return isMarked || isChanged ? CREDENTIALS.matcher(masked).replaceAll("$1$2$3$4" + MASK) : masked;
    }

    /** Masks bytes of text in a charset that includes ASCII; returns the same array if they contain no secret. */
    public static byte[] masked(byte[] text) {
        if (text == null) {
            return null;
        }
        String bytes = new String(text, StandardCharsets.ISO_8859_1);
        String masked = masked(bytes);
        return masked.equals(bytes) ? text : masked.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns whether the text contains a secret. */
    public static boolean isIn(String text) {
        return text != null && !masked(text).equals(text);
    }

    /**
     * Remembers the secret of a setting, and the one before it.
     *
     * @param setting its name; of a secret that another system gave, the name of what it belongs to
     */
    public static void remember(String setting, String secret) {
        if (secret == null || secret.length() < SHORTEST) {
            return;
        }
        synchronized (SEEN) {
            LinkedHashSet<String> last = SEEN.computeIfAbsent(setting, s -> new LinkedHashSet<>());
            if (SEEN.size() > MOST_SETTINGS || last.contains(secret)) {
                return;
            }
            if (last.size() == LAST_OF_A_SETTING) {
                last.remove(last.iterator().next());
            }
            last.add(secret);
            known = new SecretForms(SEEN.values().stream().flatMap(Set::stream).toList());
        }
    }
}
