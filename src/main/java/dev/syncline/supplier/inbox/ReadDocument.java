package dev.syncline.supplier.inbox;

import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A document as far as it was read.
 *
 * @param id its number in the hub
 * @param isWhole whether all of it was
 * @param keys of the orders that were, and their numbers as they stand in it
 */
record ReadDocument(long id, ReceivedDocument document, boolean isWhole, Set<String> keys) {
    static ReadDocument of(long id, ReceivedDocument document, boolean isWhole, Set<String> keys) {
        Set<String> numbers = new HashSet<>(keys);
        document.orders().stream()
                .map(SupplierOrder::orderNumber)
                .filter(Objects::nonNull)
                .map(String::strip)
                .forEach(numbers::add);
        return new ReadDocument(id, document, isWhole, numbers);
    }

    /** By which the supplier tells it from others; null where it has none. */
    String number() {
        return document.id();
    }

    String type() {
        return document.type();
    }

    boolean isOfSnapshots() {
        return number() == null && document.orders().stream().allMatch(order -> order.kind() == Kind.SNAPSHOT);
    }

    /** Its number as it stands in the document, in parts where its reader put it together. */
    List<String> numbersInText() {
        List<String> own = document.orders().stream()
                .map(SupplierOrder::number)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return own.isEmpty() ? List.of(Objects.toString(number(), "").split("[-/ ]")) : own;
    }
}
