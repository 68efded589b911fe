package dev.syncline.supplier.inbox;

import dev.syncline.document.StorableText;
import dev.syncline.secret.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The text of a document's bytes, or of a part of them. */
final class DocumentText {
    /** How much is read around a part: a secret that begins before the part is masked as a whole. */
    static final int MARGIN = 512;

    private static final int MOST_IN_A_CHARACTER = 4;

    private DocumentText() {}

    /**
     * Returns the text without secrets.
     *
     * @param before how many bytes at the beginning are margin, and are left out; 0 at the document's beginning
     * @param after how many at the end
     */
    static String of(byte[] bytes, int before, int after) {
        byte[] masked = Secrets.masked(bytes);
        int from = Math.min(before, masked.length);
        int to = Math.max(from, masked.length - after);
        return StorableText.withoutNul(decoded(whole(masked, from, to, before > 0, after > 0)));
    }

    /** Leaves out what the ends have of characters that are cut. */
    private static byte[] whole(byte[] bytes, int from, int to, boolean isCutBefore, boolean isCutAfter) {
        int first = from;
        while (isCutBefore && first < to && first - from < MOST_IN_A_CHARACTER && isContinuation(bytes[first])) {
            first++;
        }
        int last = to;
        while (isCutAfter && last > first && to - last < MOST_IN_A_CHARACTER && isContinuation(bytes[last - 1])) {
            last--;
        }
        if (isCutAfter && last > first && bytes[last - 1] < 0) {
            last--; // the character's first byte
        }
        return Arrays.copyOfRange(bytes, first, last);
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }

    /** Most documents are in UTF-8; other bytes are shown one by one. */
    private static String decoded(byte[] bytes) {
        if (bytes.length > 1
                && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
