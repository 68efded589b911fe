package dev.syncline.document.cxml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes the secrets from a cXML document, and leaves all other bytes as they are. It works on the text, without a
 * parser, so that documents that do not parse are covered, too. When in doubt, it removes more.
 */
final class CxmlSecrets {
    private static final String TAKEN_OUT = "***";
    private static final String NAMES = "(?:SharedSecret|DigitalSignature|CredentialMac)";
    private static final Pattern BEGIN =
            Pattern.compile("<(?:[\\w.-]+:)?" + NAMES + "(?=[\\s>/])", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile("</(?:[\\w.-]+:)?" + NAMES + "\\s*>", Pattern.CASE_INSENSITIVE);
    /** A credential that was cut off or damaged: its end tag and the text before it. */
    private static final Pattern STRAY_END =
            Pattern.compile("(?<=[<>])[^<>]++(</(?:[\\w.-]+:)?" + NAMES + "\\s*>)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CARD =
            Pattern.compile("(<PCard\\b[^<>]*?\\snumber\\s*=\\s*)(?:\"[^\"<]*\"?|'[^'<]*'?)");

    private CxmlSecrets() {}

    static byte[] without(byte[] document) {
        Charset charset = charset(document);
        String text = new String(document, charset);
        String clean = CARD.matcher(elements(text)).replaceAll("$1\"***\"");
        return clean.equals(text) ? document : clean.getBytes(charset);
    }

    private static String elements(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        Matcher begin = BEGIN.matcher(text);
        int done = 0;
        while (begin.find(done)) {
            int content = content(text, begin.end());
            clean.append(text, done, content);
            done = content;
            if (text.charAt(content - 1) != '>' || text.charAt(content - 2) != '/') {
                clean.append(TAKEN_OUT);
                done = end(text, content);
            }
        }
        clean.append(text, done, text.length());
        return STRAY_END.matcher(clean).replaceAll("***$1");
    }

    /** Returns the place behind the begin tag; behind its name if the tag is damaged. */
    private static int content(String text, int name) {
        int quotes = 0;
        for (int i = name; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                return name;
            } else if (c == '"' || c == '\'') {
                quotes++;
            } else if (c == '>') {
                return quotes % 2 == 0 ? i + 1 : name;
            }
        }
        return name;
    }

    /** Returns where the end tag begins, ignoring CDATA and comments; the end of the text if it is missing. */
    private static int end(String text, int from) {
        Matcher end = END.matcher(text);
        int at = from;
        while (at < text.length()) {
            int next = text.indexOf('<', at);
            if (next < 0) {
                return text.length();
            }
            if (text.startsWith("<![CDATA[", next)) {
                at = behind(text, "]]>", next);
            } else if (text.startsWith("<!--", next)) {
                at = behind(text, "-->", next);
            } else if (end.region(next, text.length()).lookingAt()) {
                return next;
            } else {
                at = next + 1;
            }
        }
        return text.length();
    }

    private static int behind(String text, String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    /**
     * Returns a charset in which names can be found. In ISO-8859-1 each byte is one character, and names are ASCII in
     * any encoding.
     */
    private static Charset charset(byte[] document) {
        if (document.length >= 2) {
            int first = (document[0] & 0xFF) << 8 | document[1] & 0xFF;
            if (first == 0xFEFF || first == '<') {
                return StandardCharsets.UTF_16BE;
            }
            if (first == 0xFFFE || first == '<' << 8) {
                return StandardCharsets.UTF_16LE;
            }
        }
        return StandardCharsets.ISO_8859_1;
    }
}
