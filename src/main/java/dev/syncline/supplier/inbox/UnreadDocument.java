package dev.syncline.supplier.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** An open fault: a document that cannot be read in full. */
final class UnreadDocument {
    /** The key under which it is stored. */
    final String key;
    /** The document's number in the hub. */
    long document;
    /** The supplier's number of the document; null if unknown. */
    String number;
    /** As {@link dev.syncline.document.ParsedDocument#type}; null if unknown. */
    String type;

    /** The beginning of the document, if its number or type is unknown. */
    String text = "";
    /** Orders that it names and that cannot be read from it. */
    final Set<String> orders = new HashSet<>();
    /** The types of the parts that cannot be read; empty if the document has a single type. */
    final Set<String> types = new HashSet<>();

    UnreadDocument(String key) {
        this.key = key;
    }

    /**
     * Returns whether a later document is this one, sent again: of its type and number, and for its orders. A snapshot
     * has no number; it repeats all that an earlier one said.
     */
    boolean isSentAgainBy(InboxDocument read) {
        String theirs = Objects.toString(read.type(), "");
        if (isSnapshot(read)) {
            return orders.stream().anyMatch(read.keys()::contains);
        }
        return read.isWhole() && isOfKind(theirs) && hasNumber(read) && isOfOrders(read);
    }

    boolean isSnapshot(InboxDocument read) {
        return number == null && read.isOfSnapshots() && (type == null || type.equals(read.type()));
    }

    private boolean isOfKind(String theirs) {
        List<String> words = List.of(theirs.split("[ ,]+"));
        if (!types.isEmpty()) {
            return words.containsAll(types);
        }
        return type != null
                ? type.equals(theirs)
                : words.stream().skip(1).limit(1).allMatch(this::has);
    }

    private boolean hasNumber(InboxDocument read) {
        return number != null
                ? number.equals(read.number())
                : read.numbersInText().stream().allMatch(this::has);
    }

    private boolean isOfOrders(InboxDocument read) {
        return orders.isEmpty()
                ? number != null || read.keys().stream().allMatch(this::has)
                : read.keys().containsAll(orders);
    }

    private boolean has(String wanted) {
        return this.text.contains(wanted);
    }
}
