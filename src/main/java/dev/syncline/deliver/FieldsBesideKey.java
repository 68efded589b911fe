package dev.syncline.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.json.Escaped;
import dev.syncline.judge.Envelopes.Envelope;
import dev.syncline.page.Keys;
import dev.syncline.page.Row;
import dev.syncline.value.JsonText;
import dev.syncline.value.RawJson;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Keeps the fields of a record apart from those of the call that stand beside them: a target may take the last of two
 * fields with one name, whatever its capitals, and so another record's key or another operation. Used for one page.
 */
final class FieldsBesideKey implements Envelope {
    private static final ObjectMapper JSON = JsonText.mapper();

    private final HttpTarget target;
    private final String key;
    private final String idempotencyKey;
    private final String operation;
    /** The records of a page have the same names. */
    private final Map<String, String> plain = new HashMap<>();

    FieldsBesideKey(HttpTarget target) {
        this.target = target;
        key = plain(target.words().key());
        idempotencyKey = plain(target.words().idempotencyKey());
        operation = plain(target.words().operation());
    }

    @Override
    public String problem(Row row) {
        for (var field : row.fields().entrySet()) {
            String name = plain.computeIfAbsent(field.getKey(), FieldsBesideKey::plain);
            if (isWord(name) || name.equals(key) && !isKey(row, field.getValue())) {
                return refusal("field '" + Escaped.bounded(field.getKey(), 100) + "'");
            }
            String child = child(field.getValue());
            if (child != null) {
                return refusal("field '" + Escaped.bounded(child, 100) + "' within '"
                        + Escaped.bounded(field.getKey(), 100) + "'");
            }
        }
        return null;
    }

    /** The same key twice does no harm; sources by SQL have it among their columns. */
    private static boolean isKey(Row row, Object value) {
        return value != null && String.valueOf(Keys.part(value)).equals(row.key());
    }

    /** Rows of children have keys of their own, but nothing may tell the target what to do with them. */
    private String child(Object value) {
        if (value instanceof List<?> list) {
            for (Object element : list) {
                String name = child(element);
                if (name != null) {
                    return name;
                }
            }
        } else if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                String name = String.valueOf(entry.getKey());
                if (isWord(plain.computeIfAbsent(name, FieldsBesideKey::plain))) {
                    return name;
                }
                String within = child(entry.getValue());
                if (within != null) {
                    return within;
                }
            }
        } else if (value instanceof RawJson raw && mayHaveWord(raw.text())) {
            try {
                return child(JSON.readValue(raw.text(), Object.class));
            } catch (JsonProcessingException e) {
                return raw.text();
            }
        }
        return null;
    }

    /** Few texts have one anywhere, so few are parsed; a name can be hidden by escapes. */
    private boolean mayHaveWord(String json) {
        String text = inOneCase(json);
        return text.indexOf('\\') >= 0
                || !operation.isEmpty() && text.contains(operation)
                || !idempotencyKey.isEmpty() && text.contains(idempotencyKey);
    }

    private boolean isWord(String name) {
        return !name.isEmpty() && (name.equals(operation) || name.equals(idempotencyKey));
    }

    private String refusal(String field) {
        return "Its " + field + " has the name of a field by which system " + target.system() + " is told which record"
                + " it is ('" + target.words().key() + "'), whether it came before ('"
                + target.words().idempotencyKey()
                + "') or what to do with it ('" + target.words().operation()
                + "'), so it was not sent. Rename the field in the route's query or map, or remove it from the payload";
    }

    private static String plain(String name) {
        return inOneCase(name.strip());
    }

    /** Some letters are another one's in one case alone: ſ is an s in capitals, the sign of Kelvin a small k. */
    private static String inOneCase(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
