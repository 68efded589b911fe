package dev.syncline.supplier.order;

import dev.syncline.document.SupplierOrder.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the documents that are void, because a later one of their kind and number replaces them. */
final class Replacements {
    private record Key(Kind kind, String number) {
        static Key of(OrderStatement said) {
            return new Key(said.order().kind(), said.order().number());
        }
    }

    private final Map<Key, OrderStatement> last = new HashMap<>();
    private final Map<Key, List<OrderStatement>> replaced = new HashMap<>();

    private Replacements() {}

    /**
     * Finds the replacements among documents.
     *
     * @param documents in their order
     */
    static Replacements among(List<OrderStatement> documents) {
        Replacements replacements = new Replacements();
        documents.stream()
                .filter(said -> said.order().replaces() && said.order().number() != null)
                .forEach(said -> replacements.last.put(Key.of(said), said));
        if (!replacements.last.isEmpty()) {
            documents.forEach(replacements::note);
        }
        return replacements;
    }

    private void note(OrderStatement said) {
        if (isReplaced(said)) {
            replaced.computeIfAbsent(Key.of(said), none -> new ArrayList<>()).add(said);
        }
    }

    /** Returns whether a later document replaces it. */
    boolean isReplaced(OrderStatement said) {
        OrderStatement by = last.isEmpty() ? null : last.get(Key.of(said));
        return by != null && by != said && OrderStatement.IN_ORDER.compare(said, by) < 0;
    }

    /** Returns the earlier documents that it replaces. */
    List<OrderStatement> replacedBy(OrderStatement said) {
        return last.get(Key.of(said)) == said ? replaced.getOrDefault(Key.of(said), List.of()) : List.of();
    }
}
