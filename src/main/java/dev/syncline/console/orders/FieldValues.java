package dev.syncline.console.orders;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of an order's fields as a person reads them. */
final class FieldValues {
    private FieldValues() {}

    /** Empty for nothing. Numbers are without zeros at their end. */
    static String text(Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        } else if (value instanceof BigDecimal || value instanceof Double || value instanceof Float) {
            BigDecimal plain = new BigDecimal(value.toString()).stripTrailingZeros();
            return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
        } else if (value instanceof Collection<?> several) {
            return several.stream().map(FieldValues::text).collect(Collectors.joining(", "));
        } else if (value instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + ": " + text(field.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return value.toString();
    }
}
