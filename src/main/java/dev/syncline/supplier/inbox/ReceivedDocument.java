package dev.syncline.supplier.inbox;

import dev.syncline.document.DocumentReader;
import dev.syncline.document.Limits;
import dev.syncline.document.Reading;
import dev.syncline.document.StorableText;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.Unreadable;
import dev.syncline.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A document of a supplier that was read.
 *
 * @param digest SHA-256 of it as it came
 * @param content without secrets, as it is kept
 * @param reading null where nothing could be read
 * @param fault why nothing could be read; else null
 * @param acknowledgement the answer in kind; null where there is none
 * @param number what tells it from others of the supplier; null where that is not known
 * @param named the buyer's numbers of the orders that it names and says nothing of, as it cannot be read
 */
public record ReceivedDocument(
        byte[] digest,
        byte[] content,
        Reading reading,
        String fault,
        Reading.Acknowledgement acknowledgement,
        String number,
        Set<String> named) {
    private static final int MOST_SAID = 20;

    public static ReceivedDocument read(DocumentReader reader, byte[] bytes, Limits limits) {
        byte[] digest = digest(bytes);
        try {
            Reading reading = reader.read(bytes, limits);
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
        } catch (Unreadable e) {
            byte[] kept = bytes.length > limits.bytes()
                    ? "(too large to be kept)".getBytes(StandardCharsets.UTF_8)
                    : Secrets.masked(reader.redacted(bytes));
            Set<String> named = bytes.length > limits.bytes() ? Set.of() : reader.named(bytes);
            return new ReceivedDocument(
                    digest, kept, null, Secrets.masked(e.getMessage()), e.acknowledgement(), e.id(), named);
        }
    }

    /** The orders that a part without a number may be of: those that no other part is read of. */
    private static Set<String> unread(Set<String> named, Reading reading) {
        Set<String> unread = new LinkedHashSet<>(named);
        reading.orders().forEach(order -> unread.remove(order.orderNumber()));
        return unread;
    }

    /** The same, when its answer in kind is given at once. */
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

    /** What came of it, for the monitoring. */
    String outcome() {
        if (fault != null || !reading.faults().isEmpty()) {
            return "failed";
        }
        return reading.warnings().isEmpty() ? "read" : "read_with_warnings";
    }

    /** Whether all of it could be read. */
    public boolean isWhole() {
        return reading != null && reading.faults().isEmpty();
    }

    /** Null where it has none, or one by which nothing can be found. */
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

    /** What is read of it. */
    List<SupplierOrder> orders() {
        return reading == null ? List.of() : reading.orders();
    }

    /** What all its orders are to be warned of. */
    List<String> warningsOfAll() {
        return reading == null ? List.of() : reading.ofDocument();
    }

    /** What an order of it is to be warned of beside that. */
    List<String> warnings(SupplierOrder order) {
        return reading.ofOrders().getOrDefault(order, List.of());
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
