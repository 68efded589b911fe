package dev.syncline.purchasing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what somebody edited in the ERP since the order was last brought in step, and the supplier says otherwise: a
 * field that is not what was written there, and not what is to be.
 */
final class Conflicts {
    /** Fields of an order that the supplier fills. */
    static final List<String> HEADER =
            List.of("supplierOrderNo", "status", "supplierStatus", "expectedOn", "tracking", "currency", "isHidden");

    /** The same of its lines. */
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

    private Conflicts() {}

    /**
     * @param synced as it was brought in step last; null where it never was: then nothing is known of edits
     * @param wanted as it should be
     * @return what to tell a person; empty where there is no conflict
     */
    static Optional<String> between(ErpOrder erp, Map<String, Object> synced, Map<String, Object> wanted) {
        if (synced == null) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        compare("", HEADER, erp.header(), synced, wanted, found);
        for (Map<String, Object> line : Fields.lines(wanted)) {
            Object number = line.get(ErpOrder.LINE);
            Map<String, Object> there = erp.lines().stream()
                    .filter(other -> Fields.same(other.get(ErpOrder.LINE), number))
                    .findFirst()
                    .orElse(null);
            Map<String, Object> before = Fields.line(synced, number);
            if (there != null && before != null) {
                compare("line " + number + " ", LINE, there, before, line, found);
            }
        }
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
            Map<String, Object> synced,
            Map<String, Object> wanted,
            List<String> found) {
        for (String name : names) {
            if (!erp.containsKey(name) || !synced.containsKey(name)) {
                continue; // the ERP's query does not give it, or an older version did not write it
            }
            Object there = erp.get(name);
            if (!Fields.same(there, synced.get(name)) && !Fields.same(there, wanted.get(name))) {
                found.add(where + name + " is " + shown(there) + " there and " + shown(wanted.get(name))
                        + " at the supplier");
            }
        }
    }

    private static String shown(Object value) {
        return value == null ? "empty" : "'" + value + "'";
    }
}
