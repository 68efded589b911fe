package dev.syncline.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The secrets that the program has used, and text without them. What other systems say may hold the secret that they were
 * sent: it passes through here before it is kept, shown or logged.
 */
public final class Secrets {
    private static final String MASK = "***";

    /** Shorter ones are parts of many words, so that masking them would tell what they are. */
    private static final int SHORTEST = 6;

    /** A secret that changed is still one that others have. */
    private static final int LAST_OF_A_SETTING = 2;

    private static final int MOST_SETTINGS = 2_000;

    /** Credentials of any call, also of those that come in. */
    private static final Pattern CREDENTIALS = Pattern.compile(
            "(?i)((?:proxy-)?authorization[\"']?\\s*[:=]\\s*[\"'\\[]*(?:(?:basic|bearer|digest|negotiate)\\s+)?)[^\\s\"',;\\[\\]]+"
                    + "|(\\bbearer\\s+)[A-Za-z0-9._~+/-]{16,}=*"
                    + "|([?&;](?:password|pwd|token|access_token|client_secret)=)[^\\s&;\"']+");

    /** What looks like none of these needs no closer look. */
    private static final Pattern MARK = Pattern.compile("(?i)authorization|bearer|password=|pwd=|token=|secret=");

    private static final Map<String, LinkedHashSet<String>> SEEN = new LinkedHashMap<>();
    private static volatile List<String> forms = List.of();

    private Secrets() {}

    /** The text with a mask in the place of each secret; null for null. */
    public static String masked(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        String masked = text;
        for (String form : forms) {
            if (masked.contains(form)) {
                masked = masked.replace(form, MASK);
            }
        }
        return MARK.matcher(masked).find() ? CREDENTIALS.matcher(masked).replaceAll("$1$2$3" + MASK) : masked;
    }

    /** Bytes of text in any charset that has ASCII in it. */
    public static byte[] masked(byte[] text) {
        if (text == null) {
            return null;
        }
        String bytes = new String(text, StandardCharsets.ISO_8859_1);
        String masked = masked(bytes);
        return masked.equals(bytes) ? text : masked.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether there is something in the text to mask. */
    static boolean isIn(String text) {
        return text != null && !masked(text).equals(text);
    }

    /** Remembers a secret of a setting, and the one that it had before. */
    static void remember(String setting, String secret) {
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
            Set<String> all = new LinkedHashSet<>();
            SEEN.values().forEach(secrets -> secrets.forEach(one -> all.addAll(forms(one))));
            forms = all.stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        }
    }

    /** As it stands, in JSON, in an address, and as it goes over the wire in some places. */
    private static Set<String> forms(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        return forms;
    }
}
