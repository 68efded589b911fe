package dev.syncline.document.xml;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.DocumentValues;
import dev.syncline.document.UnreadableDocument;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes the characters of an XML document. They are decoded once, so that no two parsers can take the same bytes for
 * different text.
 */
public final class XmlText {
    private static final int DECLARATION = 200;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Map<String, Charset> ENCODINGS = Map.of(
            "UTF-8", StandardCharsets.UTF_8,
            "UTF8", StandardCharsets.UTF_8,
            "US-ASCII", StandardCharsets.US_ASCII,
            "ASCII", StandardCharsets.US_ASCII,
            "ISO-8859-1", StandardCharsets.ISO_8859_1,
            "LATIN1", StandardCharsets.ISO_8859_1);
    private static final byte[] BOM_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] BOM_16BE = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] BOM_16LE = {(byte) 0xFF, (byte) 0xFE};

    private XmlText() {}

    /**
     * Returns the characters, without byte order mark.
     *
     * @throws UnreadableDocument if the document is too large, compressed, no XML, or not in the encoding that it declares
     */
    public static String of(byte[] document, DocumentLimits limits) throws UnreadableDocument {
        if (document.length > limits.bytes()) {
            throw new UnreadableDocument(
                    null, "The document has " + document.length + " bytes; " + limits.bytes() + " are read");
        }
        refuseCompressed(document);
        int start = bom(document);
        String text = decode(document, start, encoding(document));
        if (text.isBlank()) {
            throw new UnreadableDocument(null, "The document is empty");
        }
        if (text.stripLeading().charAt(0) != '<') {
            throw new UnreadableDocument("its beginning", "The document is no XML: it does not begin with '<'");
        }
        return text;
    }

    /**
     * Refuses compressed documents: bodies are read as they are.
     *
     * @throws UnreadableDocument for gzip, zip and other compressed bytes
     */
    public static void refuseCompressed(byte[] document) throws UnreadableDocument {
        boolean isGzip = startsWith(document, new byte[] {0x1F, (byte) 0x8B});
        boolean isZip = startsWith(document, new byte[] {'P', 'K', 3, 4});
        if (isGzip || isZip) {
            throw new UnreadableDocument(
                    "its beginning",
                    "The document is compressed (" + (isGzip ? "gzip" : "zip") + "); send it as it is, not compressed");
        }
    }

    /** Returns the encoding by byte order mark, first bytes or declaration. */
    static Charset encoding(byte[] document) throws UnreadableDocument {
        if (startsWith(document, BOM_8)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(document, BOM_16BE) || startsWith(document, new byte[] {0, '<'})) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(document, BOM_16LE) || startsWith(document, new byte[] {'<', 0})) {
            return StandardCharsets.UTF_16LE;
        }
        String head = new String(document, 0, Math.min(document.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(head);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        Charset encoding = ENCODINGS.get(declared.group(1).toUpperCase(Locale.ROOT));
        if (encoding == null) {
            throw new UnreadableDocument(
                    "its XML declaration",
                    "Encoding '" + DocumentValues.shown(declared.group(1))
                            + "' is not read; send UTF-8, UTF-16 or ISO-8859-1");
        }
        return encoding;
    }

    private static int bom(byte[] document) {
        if (startsWith(document, BOM_8)) {
            return BOM_8.length;
        }
        return startsWith(document, BOM_16BE) || startsWith(document, BOM_16LE) ? 2 : 0;
    }

    private static String decode(byte[] document, int start, Charset encoding) throws UnreadableDocument {
        ByteBuffer bytes = ByteBuffer.wrap(document, start, document.length - start);
        CharBuffer text = CharBuffer.allocate(document.length - start + 1);
        CoderResult result = encoding.newDecoder().decode(bytes, text, true);
        if (result.isError()) {
            throw new UnreadableDocument(
                    "byte " + (bytes.position() + 1),
                    "The document is not in " + encoding + ", which it says it is in");
        }
        return text.flip().toString();
    }

    private static boolean startsWith(byte[] document, byte[] beginning) {
        return document.length >= beginning.length
                && Arrays.mismatch(document, 0, beginning.length, beginning, 0, beginning.length) < 0;
    }
}
