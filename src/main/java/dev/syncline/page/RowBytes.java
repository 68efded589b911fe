package dev.syncline.page;

import dev.syncline.value.RawJson;
import java.util.List;
import java.util.Map;

/** About how many bytes a row takes where it is held and sent. */
final class RowBytes {
    private static final int OF_ANYTHING = 16;

    private RowBytes() {}

    static long of(Row row) {
        if (!(row.fields() instanceof Fields fields)) {
            return ofValue(row.fields());
        }
        long bytes = OF_ANYTHING;
        for (Object value : fields.inOrder()) {
            bytes += ofValue(value);
        }
        return bytes;
    }

    private static long ofValue(Object value) {
        if (value instanceof String text) {
            return OF_ANYTHING + text.length();
        } else if (value instanceof RawJson json) {
            return OF_ANYTHING + json.text().length();
        } else if (value instanceof byte[] binary) {
            return OF_ANYTHING + binary.length * 4L / 3;
        } else if (value instanceof List<?> list) {
            return OF_ANYTHING + list.stream().mapToLong(RowBytes::ofValue).sum();
        } else if (value instanceof Map<?, ?> map) {
            return OF_ANYTHING
                    + map.entrySet().stream()
                            .mapToLong(entry -> ofValue(entry.getKey()) + ofValue(entry.getValue()))
                            .sum();
        }
        return OF_ANYTHING;
    }
}
