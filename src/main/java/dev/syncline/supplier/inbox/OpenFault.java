package dev.syncline.supplier.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A document that cannot be read whole, as it is kept. */
final class OpenFault {
    /** By which it is kept. */
    final String key;
    /** Its number in the hub. */
    long document;
    /** By which the supplier tells it from others; null where that is not known. */
    String number;
    /** As {@link dev.syncline.document.Reading#type}; null where it is not known. */
    String type;

    /** Its beginning, where number or type are not known. */
    String text = "";
    /** Those that it names and that are not read of it. */
    final Set<String> orders = new HashSet<>();
    /** The kinds of its parts that cannot be read; empty where it has but one. */
    final Set<String> types = new HashSet<>();

    OpenFault(String key) {
        this.key = key;
    }

    /**
     * Whether a document that came later is this one, sent again: of its kind and number, and for its orders. An order as
     * it stands has no number, and says all that an earlier one said.
     */
    boolean isSentAgainBy(ReadDocument read) {
        String theirs = Objects.toString(read.type(), "");
        if (isSnapshot(read)) {
            return orders.stream().anyMatch(read.keys()::contains);
        }
        return read.isWhole() && isOfKind(theirs) && hasNumber(read) && isOfOrders(read);
    }

    boolean isSnapshot(ReadDocument read) {
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

    private boolean hasNumber(ReadDocument read) {
        return number != null
                ? number.equals(read.number())
                : read.numbersInText().stream().allMatch(this::has);
    }

    private boolean isOfOrders(ReadDocument read) {
        return orders.isEmpty()
                ? number != null || read.keys().stream().allMatch(this::has)
                : read.keys().containsAll(orders);
    }

    private boolean has(String wanted) {
        return this.text.contains(wanted);
    }
}
