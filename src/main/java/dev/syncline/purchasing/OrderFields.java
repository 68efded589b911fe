package dev.syncline.purchasing;

import dev.syncline.value.SameValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders as fields, as pages and targets have them. */
final class OrderFields {
    private OrderFields() {}

    /** Its lines; none where it has none. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> lines(Map<String, Object> order) {
        return order.get(ErpOrder.LINES) instanceof List<?> lines ? (List<Map<String, Object>>) lines : List.of();
    }

    /** The line of that number; null where there is none. */
    static Map<String, Object> line(Map<String, Object> order, Object number) {
        return lines(order).stream()
                .filter(line -> same(line.get(ErpOrder.LINE), number))
                .findFirst()
                .orElse(null);
    }

    /** All lines, those of both with the fields of both; where both have a field, it is the second one's. */
    static List<Map<String, Object>> merged(List<Map<String, Object>> lines, List<Map<String, Object>> over) {
        List<Map<String, Object>> merged = new ArrayList<>();
        for (Map<String, Object> line : lines) {
            Map<String, Object> both = new LinkedHashMap<>(line);
            over.stream()
                    .filter(other -> same(other.get(ErpOrder.LINE), line.get(ErpOrder.LINE)))
                    .forEach(both::putAll);
            merged.add(both);
        }
        over.stream()
                .filter(other ->
                        lines.stream().noneMatch(line -> same(other.get(ErpOrder.LINE), line.get(ErpOrder.LINE))))
                .forEach(merged::add);
        return merged;
    }

    @SuppressWarnings("unchecked")
    static List<String> texts(Map<String, Object> order, String field) {
        return order.get(field) instanceof List<?> texts ? (List<String>) texts : List.of();
    }

    /** How a line stands that the ERP names so; a word of the ERP's own is an open line. */
    static LineStatus status(Object word) {
        for (LineStatus status : LineStatus.values()) {
            if (status.name().equals(word)) {
                return status;
            }
        }
        return LineStatus.OPEN;
    }

    /** Whether two values are the same to a person: numbers by value, all else as text; nothing and empty text too. */
    static boolean same(Object one, Object other) {
        return SameValue.of(one, other);
    }

    /** Whether that is how the ERP keeps the value: its columns may have fewer decimals, though not less than two. */
    static boolean isKept(Object there, Object written) {
        return same(there, written) || SameValue.isRounded(there, written);
    }

    /** Null for what is no number. */
    static BigDecimal number(Object value) {
        return SameValue.number(value);
    }

    /** The same values always look the same: numbers without zeros at their end, dates as text. */
    static Map<String, Object> plain(Map<String, Object> fields) {
        Map<String, Object> plain = new LinkedHashMap<>();
        fields.forEach((name, value) -> plain.put(name, plainValue(value)));
        return plain;
    }

    @SuppressWarnings("unchecked")
    private static Object plainValue(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? BigDecimal.ZERO : strip(number);
        } else if (value instanceof Map<?, ?> map) {
            return plain((Map<String, Object>) map);
        } else if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>(list.size());
            list.forEach(element -> plain.add(plainValue(element)));
            return plain;
        } else if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value instanceof Double number ? plainValue(BigDecimal.valueOf(number)) : value;
        }
        return value.toString();
    }

    private static BigDecimal strip(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
