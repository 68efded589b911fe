package dev.syncline.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.syncline.value.JsonText;
import dev.syncline.value.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A field of a record by name, or what is within it: {@code address.city}, {@code lines.glCode} for that of each line. */
public final class FieldPath {
    private final String path;
    private final String[] names;

    public FieldPath(String path) {
        this.path = path;
        this.names = path.split("\\.", -1);
    }

    /**
     * What the record has there, null for each place where there is nothing. Empty where nothing can be said: children
     * that were not read, or of which there are none.
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

    /** Whether what was read of the record says what is there, and be it that there is nothing. */
    public static boolean isRead(String path, Map<String, Object> fields) {
        int dot = path.indexOf('.');
        return fields.containsKey(path) || dot > 0 && fields.containsKey(path.substring(0, dot));
    }

    /** Whether it is not filled in, anywhere. */
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
            return raw.text(); // the source's text is no JSON: compared as it stands
        }
    }
}
