package dev.syncline.purchasing;

import dev.syncline.supplier.LineIds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * An order as the ERP has it, in the field names of the route's {@code targetQuery}.
 *
 * @param version as the ERP counts it; null where it does not
 */
record ErpOrder(Map<String, Object> header, List<Map<String, Object>> lines, String version) {
    static final String NUMBER = "number";
    static final String VENDOR = "vendor";
    static final String VERSION = "version";
    static final String LINES = "lines";
    static final String LINE = "line";

    /** @param fields header and lines */
    static ErpOrder of(Map<String, Object> fields) {
        return new ErpOrder(fields, Fields.lines(fields), text(fields.get(VERSION)));
    }

    /** The line of that number; null where there is none. */
    Map<String, Object> line(Object number) {
        return lines.stream()
                .filter(line -> Fields.same(line.get(LINE), number))
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
                .map(line -> line.get(LINE))
                .filter(Number.class::isInstance)
                .mapToInt(number -> ((Number) number).intValue())
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
