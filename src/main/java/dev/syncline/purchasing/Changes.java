package dev.syncline.purchasing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Names the changes of an order for the document log: status, product added, quantity ... */
final class Changes {
    private static final String ADDED = "product added";
    private static final String REMOVED = "product removed";
    private static final String STATUS = "status";
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        for (String field : List.of("ordered", "confirmed", "shipped", "backOrdered", "cancelled")) {
            WORDS.put(field, "quantity");
        }
        WORDS.put("unitCost", "price");
        WORDS.put("expectedOn", "date");
        WORDS.put("tracking", "tracking");
        WORDS.put("status", STATUS);
        WORDS.put("supplierStatus", STATUS);
        WORDS.put("supplierOrderNo", "supplier order number");
    }

    private Changes() {}

    /**
     * @param erp the order as it is; null for a new one, which has no changes
     * @param wanted the order as it should be
     */
    static Set<String> words(ErpOrder erp, Map<String, Object> wanted) {
        Set<String> changed = new TreeSet<>();
        if (erp == null) {
            return changed;
        }
        compare(erp.header(), wanted, changed);
        for (Map<String, Object> line : OrderFields.lines(wanted)) {
            Map<String, Object> before = erp.line(line.get(ErpOrder.LINE));
            boolean wasThere = before != null && !isHidden(before);
            if (wasThere && isHidden(line)) {
                changed.add(REMOVED);
            } else if (!wasThere && !isHidden(line)) {
                changed.add(ADDED);
            }
            if (before != null) {
                compare(before, line, changed);
            }
        }
        return changed;
    }

    /** Returns whether the change cancels the order. */
    static boolean isCancellation(ErpOrder erp, Map<String, Object> wanted) {
        return erp != null && isHidden(wanted) && !isHidden(erp.header());
    }

    private static void compare(Map<String, Object> before, Map<String, Object> now, Set<String> changed) {
        WORDS.forEach((field, word) -> {
            if (now.containsKey(field) && !OrderFields.same(before.get(field), now.get(field))) {
                changed.add(word);
            }
        });
    }

    private static boolean isHidden(Map<String, Object> fields) {
        return Boolean.TRUE.equals(fields.get("isHidden"));
    }
}
