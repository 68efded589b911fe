package dev.syncline.supplier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * A document of a supplier that was read.
 *
 * @param digest SHA-256 of it as it came
 * @param content without secrets, as it is kept
 * @param reading null where nothing could be read
 * @param fault why nothing could be read; else null
 * @param acknowledgement the answer in kind; null where there is none
 */
record Document(byte[] digest, byte[] content, Reading reading, String fault, Reading.Acknowledgement acknowledgement) {
    private static final int MOST_SAID = 20;

    static Document read(DocumentReader reader, byte[] bytes, Limits limits) {
        byte[] digest = digest(bytes);
        try {
            Reading reading = reader.read(bytes, limits);
            return new Document(digest, reader.redacted(bytes), reading, null, reading.acknowledgement());
        } catch (Unreadable e) {
            byte[] kept = bytes.length > limits.bytes()
                    ? "(too large to be kept)".getBytes(StandardCharsets.UTF_8)
                    : reader.redacted(bytes);
            return new Document(digest, kept, null, e.getMessage(), e.acknowledgement());
        }
    }

    /** The same, when its answer in kind is given at once. */
    Document acknowledged() {
        return new Document(digest, content, reading, fault, null);
    }

    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came of it, for the monitoring. */
    String outcome() {
        if (fault != null || !reading.faults().isEmpty()) {
            return "failed";
        }
        return reading.warnings().isEmpty() ? "read" : "read_with_warnings";
    }

    /** Whether all of it could be read. */
    boolean isWhole() {
        return reading != null && reading.faults().isEmpty();
    }

    /** Null where it has none, or one by which nothing can be found. */
    String id() {
        return reading == null || reading.id() == null || !Keyed.isName(reading.id()) ? null : reading.id();
    }

    String type() {
        return reading == null ? null : reading.type();
    }

    byte[] answer() {
        return acknowledgement == null ? null : acknowledgement.content();
    }

    String answerType() {
        return acknowledgement == null ? null : acknowledgement.contentType();
    }

    List<String> warnings() {
        return reading == null ? List.of() : some(reading.warnings());
    }

    /** As many problems as somebody reads, and how many more there are. */
    static List<String> some(List<String> problems) {
        if (problems.size() <= MOST_SAID) {
            return problems;
        }
        List<String> some = new ArrayList<>(problems.subList(0, MOST_SAID));
        some.add("and " + (problems.size() - MOST_SAID) + " more");
        return some;
    }
}
