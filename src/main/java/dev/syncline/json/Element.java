package dev.syncline.json;

import java.util.Map;

/**
 * An element of a list.
 *
 * @param value texts, booleans, null, numbers as they are written ({@link JsonNumber}), lists and maps; incomplete
 *     if it is too large
 * @param problem why the value is not what the system sent; null if it is
 * @param length the approximate number of its characters that are kept
 */
public record Element(Object value, String problem, long length) {
    /** Returns a field, with {@code a.b} for the field b of a; null if it is missing. */
    public Object field(String name) {
        return within(value, name);
    }

    private static Object within(Object value, String name) {
        if (!(value instanceof Map<?, ?> fields)) {
            return null;
        }
        Object field = fields.get(name);
        for (int dot = name.indexOf('.'); field == null && dot > 0; dot = name.indexOf('.', dot + 1)) {
            field = within(fields.get(name.substring(0, dot)), name.substring(dot + 1));
        }
        return field;
    }
}
