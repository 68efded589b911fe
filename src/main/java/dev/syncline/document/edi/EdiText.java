package dev.syncline.document.edi;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.UnreadableDocument;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Decodes the characters of an EDI document. */
public final class EdiText {
    /** UN/EDIFACT syntax identifiers (ISO 9735, data element 0001) that name more than ISO 646. */
    private static final Map<String, String> DECLARED = Map.of(
            "UNOC",
            "ISO-8859-1",
            "UNOD",
            "ISO-8859-2",
            "UNOE",
            "ISO-8859-5",
            "UNOF",
            "ISO-8859-7",
            "UNOG",
            "ISO-8859-3",
            "UNOH",
            "ISO-8859-4",
            "UNOI",
            "ISO-8859-6",
            "UNOJ",
            "ISO-8859-8",
            "UNOK",
            "ISO-8859-9");

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** A document with shorter lines has a segment on each. */
    private static final int NARROWEST = 40;

    private EdiText() {}

    /**
     * Decodes a document: as UTF-8 if it is valid, whatever is declared, as text in another 8-bit character set hardly
     * ever is; else by the syntax identifier of UNB, or as ISO 8859-1. A byte order mark is dropped.
     */
    public static String of(byte[] document, DocumentLimits limits) throws UnreadableDocument {
        if (document.length > limits.bytes()) {
            throw new UnreadableDocument(
                    null, "It has " + document.length + " bytes, and at most " + limits.bytes() + " are read");
        }
        if (document.length > 1 && (document[0] & document[1] & 0xFE) == 0xFE && document[0] != document[1]) {
            throw new UnreadableDocument(
                    null, "It begins with the byte order mark of UTF-16. Send it as UTF-8 or ISO 8859-1");
        }
        int from = starts(document, UTF_8_MARK) ? UTF_8_MARK.length : 0;
        ByteBuffer bytes = ByteBuffer.wrap(document, from, document.length - from);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return new String(document, from, document.length - from, declared(document));
        }
    }

    private static Charset declared(byte[] document) throws UnreadableDocument {
        String head = new String(document, 0, Math.min(document.length, 64), StandardCharsets.ISO_8859_1);
        int unb = head.indexOf("UNB");
        String syntax = unb < 0 || head.length() < unb + 8 ? "" : head.substring(unb + 4, unb + 8);
        String name = DECLARED.getOrDefault(syntax.toUpperCase(Locale.ROOT), "ISO-8859-1");
        if (!Charset.isSupported(name)) {
            throw new UnreadableDocument(
                    null, "Its character set " + syntax + " (" + name + ") is not there. Send it as UTF-8");
        }
        return Charset.forName(name);
    }

    private static boolean starts(byte[] document, byte[] mark) {
        return document.length >= mark.length
                && document[0] == mark[0]
                && document[1] == mark[1]
                && document[2] == mark[2];
    }

    /**
     * Removes the line breaks of a document that was cut into lines of one length, as files of fixed record length are;
     * returns every other text unchanged. The last line of each interchange may be shorter.
     */
    public static String unwrapped(String text) {
        int width = text.indexOf('\n');
        if (width < NARROWEST) {
            return text;
        }
        int full = 0;
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            int next = skipBlanks(text, end);
            boolean isFull = end - from == width;
            full += isFull ? 1 : 0;
            boolean isLast = next == text.length() || startsInterchange(text, next);
            if (!isFull && (end - from > width || !isLast)) {
                return text;
            }
            from = isFull && !isLast ? end + 1 : next;
        }
        return full > 2 ? text.replace("\r", "").replace("\n", "") : text;
    }

    private static boolean startsInterchange(String text, int at) {
        return Stream.of("ISA", "UNA", "UNB").anyMatch(start -> text.startsWith(start, at));
    }

    /** Returns where the next character is that is no blank, line break or byte order mark. */
    public static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\ufeff';
    }
}
