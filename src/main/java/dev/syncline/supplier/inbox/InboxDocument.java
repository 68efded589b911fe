package dev.syncline.supplier.inbox;

import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A document as far as it could be read.
 *
 * @param id its number in the hub
 * @param isWhole whether all of it could be read
 * @param keys of the orders that could be read, and their numbers as the document has them
 */
record InboxDocument(long id, ReceivedDocument document, boolean isWhole, Set<String> keys) {
    static InboxDocument of(long id, ReceivedDocument document, boolean isWhole, Set<String> keys) {
        Set<String> numbers = new HashSet<>(keys);
        document.orders().stream()
                .map(SupplierOrder::orderNumber)
                .filter(Objects::nonNull)
                .map(String::strip)
                .forEach(numbers::add);
        return new InboxDocument(id, document, isWhole, numbers);
    }

    /** Returns the supplier's number of the document; null if it has none. */
    String number() {
        return document.id();
    }

    String type() {
        return document.type();
    }

    boolean isOfSnapshots() {
        return number() == null && document.orders().stream().allMatch(order -> order.kind() == Kind.SNAPSHOT);
    }

    /** Returns its number as it is in the document, in parts if the reader composed it. */
    List<String> numbersInText() {
        List<String> own = document.orders().stream()
                .map(SupplierOrder::number)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return own.isEmpty() ? List.of(Objects.toString(number(), "").split("[-/ ]")) : own;
    }
}
