package dev.syncline.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes JSON in UTF-8 into one array, again and again. Usual text and whole numbers are written here, in a third of the time
 * that Jackson's generator takes; all else is left to it. The bytes are those that it writes, as their hashes are stored.
 */
public final class JsonBytes {
    private static final JsonFactory FACTORY = new JsonFactory().setRootValueSeparator(null);
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** A longer text that needs escapes is left to Jackson, which does not need room for the worst of it at once. */
    private static final int LONG = 1024;

    /** For each character of ASCII: 0 if it is written as it is, the letter of its escape, or -1 for an escape by number. */
    private static final byte[] ESCAPES = escapes();

    private final JsonGenerator others;
    private byte[] bytes = new byte[LONG];
    private int size;

    public JsonBytes() {
        try {
            others = FACTORY.createGenerator(new OutputStream() {
                @Override
                public void write(int one) {
                    JsonBytes.this.write((char) one);
                }

                @Override
                public void write(byte[] some, int from, int length) {
                    JsonBytes.this.write(some, from, length);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[128];
        Arrays.fill(escapes, 0, ' ', (byte) -1);
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        escapes['\b'] = 'b';
        escapes['\f'] = 'f';
        escapes['\n'] = 'n';
        escapes['\r'] = 'r';
        escapes['\t'] = 't';
        return escapes;
    }

    /** Begins anew. */
    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    /** Returns a copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Writes a character of ASCII as it is. */
    public void write(char one) {
        room(1);
        bytes[size++] = (byte) one;
    }

    /** Writes bytes as they are. */
    public void write(byte[] some) {
        write(some, 0, some.length);
    }

    private void write(byte[] some, int from, int length) {
        room(length);
        System.arraycopy(some, from, bytes, size, length);
        size += length;
    }

    /** Writes text of ASCII as it is, such as a number. */
    public void ascii(String text) {
        int length = text.length();
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) text.charAt(i);
        }
        size += length;
    }

    /** Writes text in quotes. */
    public void text(String text) {
        int length = text.length();
        room(length + 2);
        byte[] to = bytes;
        int at = size;
        to[at++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= ESCAPES.length || ESCAPES[c] != 0) {
                unusual(text, i);
                return;
            }
            to[at++] = (byte) c;
        }
        to[at++] = '"';
        size = at;
    }

    /** @param from where its first character stands that is not written as it is; those before are written */
    private void unusual(String text, int from) {
        int start = size;
        boolean isWritten = text.length() <= LONG;
        if (isWritten) {
            size += 1 + from;
            room(6 * (text.length() - from) + 1);
            for (int i = from; i < text.length() && isWritten; i++) {
                isWritten = isWritten(text.charAt(i));
            }
        }
        if (isWritten) {
            bytes[size++] = '"';
            return;
        }
        size = start;
        try {
            others.writeString(text);
            others.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a character unless it is half of one, for which there is room. */
    private boolean isWritten(char c) {
        if (c < ESCAPES.length) {
            escaped(c);
        } else if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | c >> 6);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
        } else if (Character.isSurrogate(c)) {
            return false;
        } else {
            bytes[size++] = (byte) (0xE0 | c >> 12);
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
        }
        return true;
    }

    private void escaped(char c) {
        byte escape = ESCAPES[c];
        if (escape == 0) {
            bytes[size++] = (byte) c;
            return;
        }
        bytes[size++] = '\\';
        if (escape > 0) {
            bytes[size++] = escape;
        } else {
            bytes[size++] = 'u';
            bytes[size++] = '0';
            bytes[size++] = '0';
            bytes[size++] = HEX[c >> 4];
            bytes[size++] = HEX[c & 0xF];
        }
    }

    /** Returns the generator for other values, which is to be flushed behind each. */
    public JsonGenerator others() {
        return others;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
