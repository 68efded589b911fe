package dev.syncline.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.syncline.value.JsonText;
import dev.syncline.value.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The path of a field of a record, or of a nested one: {@code address.city}, or {@code lines.glCode} for each line. */
public final class FieldPath {
    private final String path;
    private final String[] names;

    public FieldPath(String path) {
        this.path = path;
        this.names = path.split("\\.", -1);
    }

    /**
     * Returns the values at the path, with null for each missing one. Empty if children were not read, or the record
     * has none.
     */
    public List<Object> values(Map<String, Object> fields) {
        List<Object> values = new ArrayList<>();
        if (names.length == 1 || fields.containsKey(path)) {
            collect(fields.get(path), names.length, values);
        } else if (fields.containsKey(names[0])) {
            collect(fields.get(names[0]), 1, values);
        }
        return values;
    }

    /** Returns whether the fields that were read include the path. */
    public static boolean isRead(String path, Map<String, Object> fields) {
        int dot = path.indexOf('.');
        return fields.containsKey(path) || dot > 0 && fields.containsKey(path.substring(0, dot));
    }

    /** Returns whether the field is missing or empty in any place. */
    public boolean isMissing(Map<String, Object> fields) {
        return values(fields).stream().anyMatch(FieldPath::isBlank);
    }

    static boolean isBlank(Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    private void collect(Object value, int depth, List<Object> values) {
        if (value instanceof RawJson raw) {
            collect(parsed(raw), depth, values);
        } else if (value instanceof List<?> list) {
            list.forEach(element -> collect(element, depth, values));
        } else if (depth < names.length) {
            collect(value instanceof Map<?, ?> map ? map.get(names[depth]) : null, depth + 1, values);
        } else {
            values.add(value);
        }
    }

    private static Object parsed(RawJson raw) {
        try {
            return JsonText.mapper().readValue(raw.text(), Object.class);
        } catch (JsonProcessingException e) {
            return raw.text(); // the source's text is not JSON, so it is compared as text
        }
    }
}
