package dev.syncline.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes a JSON answer. JSON is UTF-8 whatever charset the answer declares; the declared one counts only for text that
 * is not valid UTF-8. An invalid byte is passed on as a mark, a lone surrogate, and so is the point at which a too long
 * text was cut. The reader of the JSON reports the record with the mark.
 */
final class AnswerText extends Reader {
    /** Marks, when doubled, the end of a text that was cut. */
    static final char CUT = '\uDC00';

    private static final int PIECE = 8192;

    private final InputStream in;
    private final Charset declared;
    private final int longest;
    private final ByteBuffer bytes = ByteBuffer.allocate(PIECE).limit(0);
    private final CharBuffer decoded = CharBuffer.allocate(PIECE);
    /** A text that is cut becomes two characters longer. */
    private final CharBuffer chars = CharBuffer.allocate(3 * PIECE).limit(0);

    private CharsetDecoder decoder;
    private boolean isAtEnd;
    private boolean isDecoded;
    private boolean hasMarks;
    private boolean hasOthers;
    private long length;

    private boolean inText;
    private boolean isEscape;
    private int escaped;
    private int textLength;
    private boolean isCutting;

    /**
     * @param declared the declared charset; null if none is declared, or an unknown one
     * @param longest the most characters of a text; the rest is dropped
     */
    AnswerText(InputStream in, Charset declared, int longest) {
        this.in = in;
        this.declared =
                declared == null || declared.equals(StandardCharsets.UTF_8) || !isAscii(declared) ? null : declared;
        this.longest = longest;
    }

    /** Returns the charset of a content type; null if it has none, or an unknown one. */
    static Charset charset(String contentType) {
        if (contentType == null) {
            return null;
        }
        for (String part : contentType.split(";")) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("charset")) {
                try {
                    return Charset.forName(pair[1].strip().replace("\"", ""));
                } catch (IllegalArgumentException e) {
                    return null;
                }
            }
        }
        return null;
    }

    /** Returns whether a mark was passed on. */
    boolean hasMarks() {
        return hasMarks;
    }

    /** Returns the number of characters so far, including dropped ones. */
    long length() {
        return length;
    }

    /** Returns whether the character marks an invalid byte. */
    static boolean isByte(char c) {
        return c >= '\uDC80' && c <= '\uDCFF';
    }

    @Override
    public int read(char[] buffer, int offset, int size) throws IOException {
        while (!chars.hasRemaining()) {
            if (isDecoded) {
                return -1;
            }
            decode();
        }
        int count = Math.min(size, chars.remaining());
        chars.get(buffer, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void decode() throws IOException {
        if (decoder == null) {
            decoder = strict(detected());
        }
        decoded.clear();
        boolean isReading = true;
        while (isReading) {
            int from = decoded.position();
            CoderResult result = decoder.decode(bytes, decoded, isAtEnd);
            for (int i = from; i < decoded.position() && !hasOthers; i++) {
                hasOthers = decoded.get(i) > 127;
            }
            if (result.isError()) {
                isReading = isMarked(result.length());
            } else if (result.isOverflow()) {
                isReading = false;
            } else if (isAtEnd) {
                isDecoded = decoder.flush(decoded).isUnderflow();
                isReading = false;
            } else {
                fill();
            }
        }
        decoded.flip();
        length += decoded.remaining();
        bound();
    }

    /**
     * Switches to the declared charset, or marks the invalid bytes; returns false if there is no room for the marks.
     */
    private boolean isMarked(int count) {
        if (declared != null && !hasOthers && decoder.charset().equals(StandardCharsets.UTF_8)) {
            decoder = strict(declared);
            return true;
        }
        if (decoded.remaining() < count) {
            return false;
        }
        hasMarks = true;
        for (int i = 0; i < count; i++) {
            decoded.put((char) (CUT + Math.max(0x80, bytes.get() & 0xFF)));
        }
        return true;
    }

    /** Passes on the decoded characters without those beyond the longest text. */
    private void bound() {
        chars.clear();
        while (decoded.hasRemaining()) {
            char c = decoded.get();
            if (!inText) {
                inText = c == '"';
                textLength = 0;
                chars.put(c);
                continue;
            }
            if (escaped > 0) {
                escaped = isEscape && c == 'u' ? 4 : escaped - 1;
                isEscape = false;
            } else if (c == '\\') {
                escaped = 1;
                isEscape = true;
            } else if (c == '"') {
                inText = false;
                isCutting = false;
            }
            textLength++;
            if (!isCutting) {
                chars.put(c);
                if (inText && textLength > longest && escaped == 0 && !Character.isHighSurrogate(c)) {
                    chars.put(CUT).put(CUT);
                    isCutting = true;
                    hasMarks = true;
                }
            }
        }
        chars.flip();
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            isAtEnd = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    /** Detects the charset by the byte order mark, or by the zeros among the first bytes, as JSON begins with ASCII. */
    private Charset detected() throws IOException {
        while (!isAtEnd && bytes.remaining() < 4) {
            fill();
        }
        int head = 0;
        for (int i = 0; i < 4; i++) {
            head = head << 8 | (i < bytes.remaining() ? bytes.get(bytes.position() + i) & 0xFF : 0xFF);
        }
        if (head >>> 8 == 0xEFBBBF) {
            return after(3, "UTF-8");
        } else if (head == 0x0000FEFF) {
            return after(4, "UTF-32BE");
        } else if (head == 0xFFFE0000) {
            return after(4, "UTF-32LE");
        } else if (head >>> 16 == 0xFEFF) {
            return after(2, "UTF-16BE");
        } else if (head >>> 16 == 0xFFFE) {
            return after(2, "UTF-16LE");
        } else if ((head & 0xFFFFFF00) == 0) {
            return after(0, "UTF-32BE");
        } else if ((head & 0x00FFFFFF) == 0) {
            return after(0, "UTF-32LE");
        } else if ((head & 0xFF00FF00) == 0) {
            return after(0, "UTF-16BE");
        } else if ((head & 0x00FF00FF) == 0) {
            return after(0, "UTF-16LE");
        }
        return StandardCharsets.UTF_8;
    }

    private Charset after(int mark, String charset) {
        bytes.position(bytes.position() + mark);
        return Charset.forName(charset);
    }

    /**
     * Returns whether the charset encodes JSON's own characters as UTF-8 does, as the text was decoded as UTF-8 so far.
     */
    private static boolean isAscii(Charset charset) {
        byte[] json = "{\"0\":[true]}".getBytes(StandardCharsets.US_ASCII);
        return new String(json, charset).equals("{\"0\":[true]}");
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
