package dev.syncline.purchasing;

import dev.syncline.document.LineIds;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.supplier.order.OrderState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Matches the lines of the supplier with those of the ERP. */
final class Pairing {
    private final OrderState state;
    private final ErpOrder erp;
    private final Map<String, Object> synced;
    private final List<LinePair> pairs = new ArrayList<>();
    /** Lines that were added for substitute articles. */
    private final Set<OrderState.Line> substitutes = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The parameters are those of {@link Settlement}. */
    Pairing(OrderState state, ErpOrder erp, Map<String, Object> synced) {
        this.state = state;
        this.erp = erp;
        this.synced = synced;
    }

    List<LinePair> pairs() {
        List<Map<String, Object>> free = new ArrayList<>(erp == null ? List.of() : erp.lines());
        // Ids first: a line that matches by its item alone must not take the line that another one matches by id.
        Map<OrderState.Line, Map<String, Object>> matches = new IdentityHashMap<>();
        matchSubstitutes(free, matches);
        match(free, matches, LineIds::isSameId);
        match(free, matches, LineIds::isSameLine);
        match(free, matches, LineIds::isSameItem);
        Set<Map<String, Object>> closed = Collections.newSetFromMap(new IdentityHashMap<>());
        for (OrderState.Line said : state.lines()) {
            Map<String, Object> replaced = replaced(free, said);
            if (replaced != null && closed.add(replaced)) {
                pairs.add(new LinePair(replacedBy(said), replaced));
            }
            int whole = matches.containsKey(said) ? -1 : partOf(said);
            if (whole < 0) {
                boolean isSubstitute = said.insteadOf() != null
                        && (said.line() == null || replaced != null || substitutes.contains(said));
                pairs.add(new LinePair(said, matches.get(said), isSubstitute));
            } else {
                LinePair first = pairs.get(whole);
                pairs.set(whole, new LinePair(SplitLines.together(first.said(), said), first.erp()));
            }
        }
        free.removeIf(closed::contains);
        for (Map<String, Object> line : free) {
            if (state.isWhole() && (wasSynced(line) || isOtherItem(line))) {
                pairs.add(new LinePair(unnamed(Status.CANCELLED), line));
            } else if (!state.isWhole() && (state.others() != null || state.allShipped())) {
                pairs.add(new LinePair(unnamed(state.others() != null ? state.others() : Status.SHIPPED), line));
            }
        }
        return pairs;
    }

    /** Matches lines that were added for substitute articles with exactly these. */
    private void matchSubstitutes(List<Map<String, Object>> free, Map<OrderState.Line, Map<String, Object>> matches) {
        for (OrderState.Line said : state.lines()) {
            if (said.insteadOf() == null) {
                continue;
            }
            free.stream()
                    .filter(line -> ErpOrder.ids(line).isSameItem(ids(said)) && isInsteadOf(line, said.insteadOf()))
                    .findFirst()
                    .ifPresent(line -> {
                        matches.put(said, line);
                        substitutes.add(said);
                        free.removeIf(other -> other == line);
                    });
        }
    }

    private boolean isInsteadOf(Map<String, Object> line, String replaced) {
        Map<String, Object> before = synced == null ? null : OrderFields.line(synced, line.get(ErpOrder.LINE));
        return before != null && replaced.equals(before.get(Settlement.INSTEAD_OF));
    }

    /** Returns the line of the ERP for which the supplier delivers a substitute, by its id; null if there is none. */
    private static Map<String, Object> replaced(List<Map<String, Object>> free, OrderState.Line said) {
        if (said.insteadOf() == null || said.line() == null) {
            return null;
        }
        LineIds id = new LineIds(said.insteadOf(), null, null, null);
        return free.stream()
                .filter(line -> id.line().equals(ErpOrder.ids(line).line())
                        && !ErpOrder.ids(line).isSameId(ids(said)))
                .findFirst()
                .orElse(null);
    }

    /** Returns what remains of a line for which a substitute is delivered. */
    private static OrderState.Line replacedBy(OrderState.Line other) {
        BigDecimal quantity = other.ordered() != null ? other.ordered() : other.confirmed();
        return new OrderState.Line(
                null,
                null,
                null,
                null,
                null,
                null,
                quantity == null ? Status.CANCELLED : Status.RECEIVED,
                null,
                null,
                null,
                null,
                quantity,
                null,
                null,
                null,
                List.of(),
                null);
    }

    /**
     * Returns the index of the pair of which a line without an id is a part: both have the item of a single line of the
     * ERP.
     */
    private int partOf(OrderState.Line said) {
        for (int i = 0; said.line() == null && said.insteadOf() == null && i < pairs.size(); i++) {
            OrderState.Line other = pairs.get(i).said();
            if (pairs.get(i).erp() != null && other.line() == null && ids(other).isSameItem(ids(said))) {
                return i;
            }
        }
        return -1;
    }

    private void match(
            List<Map<String, Object>> free,
            Map<OrderState.Line, Map<String, Object>> matches,
            BiPredicate<LineIds, LineIds> isSame) {
        for (OrderState.Line said : state.lines()) {
            if (said.insteadOf() != null && said.line() == null) {
                continue;
            }
            for (Iterator<Map<String, Object>> lines = free.iterator();
                    !matches.containsKey(said) && lines.hasNext(); ) {
                Map<String, Object> line = lines.next();
                if (isSame.test(ErpOrder.ids(line), ids(said))) {
                    matches.put(said, line);
                    lines.remove();
                }
            }
        }
    }

    private static LineIds ids(OrderState.Line said) {
        return new LineIds(said.line(), said.item(), said.supplierItem(), said.gtin());
    }

    /** Returns whether the line was synced; the others have no status of the supplier. */
    private boolean wasSynced(Map<String, Object> line) {
        Map<String, Object> before = synced == null ? null : OrderFields.line(synced, line.get(ErpOrder.LINE));
        return before != null && before.get("status") != null;
    }

    /** Returns whether the supplier has another article with the line's id. */
    private boolean isOtherItem(Map<String, Object> line) {
        LineIds ids = ErpOrder.ids(line);
        return ids.line() != null
                && state.lines().stream()
                        .map(Pairing::ids)
                        .anyMatch(said -> ids.line().equals(said.line()) && !ids.isSameId(said));
    }

    private static OrderState.Line unnamed(Status status) {
        return new OrderState.Line(
                null, null, null, null, null, null, status, null, null, null, null, null, null, null, null, List.of(),
                null);
    }
}
