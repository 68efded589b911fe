package dev.syncline.supplier.inbox;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.DocumentReader;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.StorableText;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A document of a supplier after it was read.
 *
 * @param digest SHA-256 of the document as it came
 * @param content the document without secrets, as it is stored
 * @param reading null if nothing could be read
 * @param fault why nothing could be read; else null
 * @param acknowledgement the acknowledgement in kind; null if there is none
 * @param number the supplier's number of the document; null if unknown
 * @param named the buyer's numbers of the orders that it names and that cannot be read from it
 */
public record ReceivedDocument(
        byte[] digest,
        byte[] content,
        ParsedDocument reading,
        String fault,
        ParsedDocument.Acknowledgement acknowledgement,
        String number,
        Set<String> named) {
    private static final int MOST_SAID = 20;

    public static ReceivedDocument read(DocumentReader reader, byte[] bytes, DocumentLimits limits) {
        byte[] digest = digest(bytes);
        try {
            ParsedDocument reading = reader.read(bytes, limits);
            Set<String> named =
                    reading.faults().stream().allMatch(fault -> !fault.orders().isEmpty())
                            ? Set.of()
                            : unread(reader.named(bytes), reading);
            return new ReceivedDocument(
                    digest,
                    Secrets.masked(reader.redacted(bytes)),
                    reading,
                    null,
                    reading.acknowledgement(),
                    reading.id(),
                    named);
        } catch (UnreadableDocument e) {
            byte[] kept = bytes.length > limits.bytes()
                    ? "(too large to be kept)".getBytes(StandardCharsets.UTF_8)
                    : Secrets.masked(reader.redacted(bytes));
            Set<String> named = bytes.length > limits.bytes() ? Set.of() : reader.named(bytes);
            return new ReceivedDocument(
                    digest, kept, null, Secrets.masked(e.getMessage()), e.acknowledgement(), e.id(), named);
        }
    }

    /** Returns the orders that a part without a number may be about: those that no other part states. */
    private static Set<String> unread(Set<String> named, ParsedDocument reading) {
        Set<String> unread = new LinkedHashSet<>(named);
        reading.orders().forEach(order -> unread.remove(order.orderNumber()));
        return unread;
    }

    /** Returns the document without its acknowledgement, as that is given at once. */
    public ReceivedDocument acknowledged() {
        return new ReceivedDocument(digest, content, reading, fault, null, number, named);
    }

    public static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the outcome, as a metric's tag has it. */
    String outcome() {
        if (fault != null || !reading.faults().isEmpty()) {
            return "failed";
        }
        return reading.warnings().isEmpty() ? "read" : "read_with_warnings";
    }

    /** Returns whether all of it could be read. */
    public boolean isWhole() {
        return reading != null && reading.faults().isEmpty();
    }

    /** Returns the number; null if it has none, or one by which nothing can be found. */
    String id() {
        return number == null || !StorableText.isName(number) ? null : number;
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

    /** Returns the orders that were read. */
    List<SupplierOrder> orders() {
        return reading == null ? List.of() : reading.orders();
    }

    /** Returns the warnings that concern all its orders. */
    List<String> warningsOfAll() {
        return reading == null ? List.of() : reading.ofDocument();
    }

    /** Returns the further warnings of one of its orders. */
    List<String> warnings(SupplierOrder order) {
        return reading.ofOrders().getOrDefault(order, List.of());
    }

    /** Returns the first problems, and the number of the others. */
    static List<String> some(List<String> problems) {
        if (problems.size() <= MOST_SAID) {
            return problems;
        }
        List<String> some = new ArrayList<>(problems.subList(0, MOST_SAID));
        some.add("and " + (problems.size() - MOST_SAID) + " more");
        return some;
    }
}
