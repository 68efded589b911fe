package dev.syncline.purchasing;

import dev.syncline.record.Notices;
import dev.syncline.supplier.Supplier;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Raises notices about changes of an order, once for each change. */
record OrderNotices(Notices notices, String route, Supplier supplier, String number) {
    static final String LINE_CANCELLED = "LINE_CANCELLED";
    static final String ORDER_CANCELLED = "ORDER_CANCELLED";
    static final String EDITED_IN_ERP = "EDITED_IN_ERP";
    static final String LINE_SUBSTITUTED = "LINE_SUBSTITUTED";
    static final String MISSING_ITEM = "MISSING_ITEM";

    /** @param before the order as last synced; empty if it never was */
    void of(Map<String, Object> before, Map<String, Object> now) {
        boolean wasOff = isHidden(before);
        boolean isOff = isHidden(now);
        if (isOff && !wasOff) {
            notices.raise(
                    ORDER_CANCELLED,
                    route,
                    number,
                    "Order " + number + " was cancelled at supplier " + supplier.system()
                            + ". It is hidden in the ERP; see whether the goods are to be ordered elsewhere");
        } else if (wasOff && !isOff) {
            notices.clear(ORDER_CANCELLED, route, number);
        }
        lines(before, now);
        items(before, now);
    }

    private void lines(Map<String, Object> before, Map<String, Object> now) {
        for (Map<String, Object> line : OrderFields.lines(now)) {
            Object id = line.get(ErpOrder.LINE);
            Map<String, Object> was = OrderFields.line(before, id);
            boolean wasOff = was != null && isHidden(was);
            String key = number + " line " + id;
            substitutions(number, was, line);
            if (isHidden(line) && !wasOff) {
                notices.raise(
                        LINE_CANCELLED,
                        route,
                        key,
                        "Line " + id + " of order " + number + " (" + line.get("item") + describe(line) + ") was "
                                + ("REJECTED".equals(line.get("status")) ? "rejected" : "cancelled") + " by supplier "
                                + supplier.system() + ". It is hidden on the order");
            } else if (wasOff && !isHidden(line)) {
                notices.clear(LINE_CANCELLED, route, key);
            }
        }
    }

    private void substitutions(String number, Map<String, Object> was, Map<String, Object> line) {
        Object insteadOf = line.get(Settlement.INSTEAD_OF);
        String key = number + " line " + line.get(ErpOrder.LINE);
        boolean isNew = insteadOf != null && !isHidden(line) && (was == null || was.get(Settlement.INSTEAD_OF) == null);
        if (isNew) {
            notices.raise(
                    LINE_SUBSTITUTED,
                    route,
                    key,
                    "Supplier " + supplier.system() + " delivers " + line.get("ordered") + " of " + line.get("item")
                            + describe(line) + " in place of line " + insteadOf + " of order " + number
                            + ". It is line "
                            + line.get(ErpOrder.LINE) + " of the order, and line " + insteadOf
                            + " is closed by as many. See whether the other article will do");
        } else if (was != null && was.get(Settlement.INSTEAD_OF) != null && isHidden(line)) {
            notices.clear(LINE_SUBSTITUTED, route, key);
        }
    }

    private void items(Map<String, Object> before, Map<String, Object> now) {
        Set<String> was = new HashSet<>(OrderFields.texts(before, "missingItems"));
        List<String> is = OrderFields.texts(now, "missingItems");
        for (String item : is) {
            if (!was.remove(item)) {
                notices.raise(
                        MISSING_ITEM,
                        route,
                        number + " item " + item,
                        "Supplier " + supplier.system() + " has item " + item + " on order " + number
                                + ", and the ERP does not know it. "
                                + (supplier.catalog().isEmpty()
                                        ? "No catalog is mapped for the supplier"
                                        : "The catalog does not have it either, or under a number that is another article's in the ERP")
                                + ". The order may be incomplete: create the product in the ERP and refresh the order");
            }
        }
        was.forEach(item -> notices.clear(MISSING_ITEM, route, number + " item " + item));
    }

    private static boolean isHidden(Map<String, Object> fields) {
        return Boolean.TRUE.equals(fields.get("isHidden"));
    }

    private static String describe(Map<String, Object> line) {
        return line.get("description") == null ? "" : ", " + line.get("description");
    }
}
