package dev.syncline.purchasing;

import dev.syncline.document.LineIds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An order of the ERP, with the field names of the route's {@code targetQuery}.
 *
 * @param version its version in the ERP; null if the ERP has no versions
 */
record ErpOrder(Map<String, Object> header, List<Map<String, Object>> lines, String version) {
    static final String NUMBER = "number";
    static final String VENDOR = "vendor";
    static final String VERSION = "version";
    static final String LINES = "lines";
    static final String LINE = "line";

    private static final List<String> QUANTITIES =
            List.of("ordered", "confirmed", "shipped", "backOrdered", "cancelled", "unitCost");

    /**
     * Returns an order that was read before.
     *
     * @param fields header and lines
     */
    static ErpOrder of(Map<String, Object> fields) {
        return new ErpOrder(fields, OrderFields.lines(fields), text(fields.get(VERSION)));
    }

    /**
     * Reads an order from the ERP's fields.
     *
     * @param fields header and lines
     * @throws IllegalArgumentException if the lines are not a list of objects, or a quantity is not a number; the
     *     message names the field
     */
    static ErpOrder read(Map<String, Object> fields) {
        Object lines = fields.get(LINES);
        if (!(lines instanceof List<?> list) || !list.stream().allMatch(Map.class::isInstance)) {
            throw new IllegalArgumentException("Its field " + LINES + " is "
                    + (lines == null ? "missing or null" : "no list of objects")
                    + "; an order without lines has an empty list");
        }
        ErpOrder order = of(fields);
        for (int i = 0; i < order.lines.size(); i++) {
            for (String quantity : QUANTITIES) {
                Object value = order.lines.get(i).get(quantity);
                try {
                    number(value);
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException(
                            "Its field " + LINES + "[" + i + "]." + quantity + " is no number: " + value, e);
                }
            }
        }
        return order;
    }

    /** Returns the line with that number; null if it does not exist. */
    Map<String, Object> line(Object number) {
        return lines.stream()
                .filter(line -> OrderFields.same(line.get(LINE), number))
                .findFirst()
                .orElse(null);
    }

    String vendor() {
        return text(header.get(VENDOR));
    }

    static LineIds ids(Map<String, Object> line) {
        return new LineIds(
                text(line.get(LINE)), text(line.get("item")), text(line.get("supplierItem")), text(line.get("gtin")));
    }

    int highestLine() {
        return lines.stream()
                .map(line -> OrderFields.number(line.get(LINE)))
                .filter(Objects::nonNull)
                .mapToInt(BigDecimal::intValue)
                .max()
                .orElse(0);
    }

    static String text(Object value) {
        return value == null ? null : value.toString();
    }

    static BigDecimal number(Object value) {
        return value == null ? null : new BigDecimal(value.toString());
    }
}
