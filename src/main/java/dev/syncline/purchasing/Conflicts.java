package dev.syncline.purchasing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds fields that were edited in the ERP since the order was last synced, and for which the supplier has another
 * value: the ERP's value is neither what was written there nor what should be.
 */
final class Conflicts {
    /** The fields of an order that the supplier fills. */
    static final List<String> HEADER =
            List.of("supplierOrderNo", "status", "supplierStatus", "expectedOn", "tracking", "currency", "isHidden");

    /** The fields of a line that the supplier fills. */
    static final List<String> LINE = List.of(
            "ordered",
            "confirmed",
            "shipped",
            "backOrdered",
            "cancelled",
            "unitCost",
            "expectedOn",
            "tracking",
            "status",
            "isHidden");

    private static final int MOST_TOLD = 5;
    private static final String CANCELLED = "CANCELLED";

    private Conflicts() {}

    /**
     * @param synced the order as last synced; null if it never was. Edits are unknown then, but an order that the buyer
     *     cancelled must not reappear because of an older document
     *
     * @param versions other states that the ERP may have without an edit
     *
     * @param wanted the order as it should be
     * @return the conflict in words; empty if there is none
     */
    static Optional<String> between(
            ErpOrder erp, Map<String, Object> synced, List<Map<String, Object>> versions, Map<String, Object> wanted) {
        List<String> found = new ArrayList<>();
        List<Map<String, Object>> known = new ArrayList<>(versions);
        if (synced != null) {
            known.add(synced);
        }
        if (known.isEmpty()) {
            if (CANCELLED.equals(erp.header().get("status")) && !CANCELLED.equals(wanted.get("status"))) {
                found.add("status is 'CANCELLED' there and " + shown(wanted.get("status")) + " at the supplier");
            }
            return told(found);
        }
        compare("", HEADER, erp.header(), known, wanted, found);
        for (Map<String, Object> line : OrderFields.lines(wanted)) {
            Object number = line.get(ErpOrder.LINE);
            Map<String, Object> there = erp.line(number);
            if (there == null) {
                removed(erp, synced, line).ifPresent(found::add);
            } else {
                List<Map<String, Object>> before = known.stream()
                        .map(order -> OrderFields.line(order, number))
                        .filter(Objects::nonNull)
                        .toList();
                compare("line " + number + " ", LINE, there, before, line, found);
            }
        }
        return told(found);
    }

    /** Finds a synced line that was removed from the ERP's order. */
    private static Optional<String> removed(ErpOrder erp, Map<String, Object> synced, Map<String, Object> line) {
        return OrderFields.lines(synced == null ? Map.of() : synced).stream()
                .filter(before -> !Boolean.TRUE.equals(before.get("isHidden")))
                .filter(before -> Objects.equals(before.get("item"), line.get("item")))
                .map(before -> before.get(ErpOrder.LINE))
                .filter(number -> erp.line(number) == null)
                .findFirst()
                .map(number -> "line " + number + " (" + line.get("item") + ") is not there any more and "
                        + shown(line.get("ordered")) + " are ordered at the supplier");
    }

    private static Optional<String> told(List<String> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String told = String.join("; ", found.subList(0, Math.min(found.size(), MOST_TOLD)));
        int more = found.size() - MOST_TOLD;
        return Optional.of("Somebody edited in the ERP what the supplier fills: " + told
                + (more > 0 ? "; and " + more + " more" : "")
                + ". Set it in the ERP to either value, or retry the record to have the supplier's written");
    }

    private static void compare(
            String where,
            List<String> names,
            Map<String, Object> erp,
            List<Map<String, Object>> known,
            Map<String, Object> wanted,
            List<String> found) {
        for (String name : names) {
            Object there = erp.get(name);
            // Does not include fields that the ERP's query does not select, or that an older version did not write.
            boolean isKnown = erp.containsKey(name) && known.stream().anyMatch(order -> order.containsKey(name));
            if (isKnown
                    && !OrderFields.isKept(there, wanted.get(name))
                    && known.stream()
                            .noneMatch(
                                    order -> order.containsKey(name) && OrderFields.isKept(there, order.get(name)))) {
                found.add(where + name + " is " + shown(there) + " there and " + shown(wanted.get(name))
                        + " at the supplier");
            }
        }
    }

    private static String shown(Object value) {
        return value == null ? "empty" : "'" + value + "'";
    }
}
