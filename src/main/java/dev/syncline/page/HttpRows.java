package dev.syncline.page;

import dev.syncline.json.Element;
import dev.syncline.json.JsonNumber;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.route.SyncRoute;
import dev.syncline.value.ChangedAt;
import dev.syncline.value.Micros;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Makes rows of the records that an HTTP system answers with. What is wrong with a record is told of that record, by a
 * {@link Mark}.
 *
 * @param words the parameters of the system's http-read
 * @param isCutOff whether the run is over that reads
 */
record HttpRows(
        SyncRoute route,
        Side side,
        String system,
        Map<String, String> words,
        Mapping mapping,
        BooleanSupplier isCutOff) {
    /** The key as the record has it; null where it has none that is a text, a number or a boolean. */
    String key(Element record) {
        Object key = record.field(words.get("key"));
        return key instanceof BigDecimal || key instanceof JsonNumber ? Keys.ofNumber(text(key)) : text(key);
    }

    /** A field of the record as text; null where it is no text, number or boolean. */
    String text(Element record, String field) {
        return text(record.field(field));
    }

    /** Whether its key is a number. */
    boolean isNumbered(Element record) {
        return record.field(words.get("key")) instanceof Number;
    }

    /** @param key by which it is known */
    Row row(Element record, String key) {
        Object changed = record.field(words.get("changedAt"));
        Long changedAt = null;
        String problem = record.problem();
        try {
            changedAt = micros(changed);
        } catch (DateTimeException e) {
            problem = first(
                    problem,
                    "Its " + words.get("changedAt") + " is '" + shown(changed) + "', which is no time in ISO-8601");
        }
        Boolean deleted = flag(record.field(words.get("deleted")));
        if (deleted == null) {
            problem = first(
                    problem,
                    "Its " + words.get("deleted") + " is '" + shown(record.field(words.get("deleted")))
                            + "', which is neither true nor false");
            deleted = false;
        }
        Map<String, Object> content = content(record);
        if (content == null && !deleted) {
            problem = first(
                    problem,
                    words.get("data").isEmpty() || !(record.value() instanceof Map)
                            ? "It is no object"
                            : "It has no object '" + words.get("data") + "', which is its content");
        }
        if (problem != null) {
            return refused(key, changedAt, content, problem);
        }
        try {
            String map = side == Side.TARGET ? route.writing().map() : route.map();
            Map<String, Object> fields = content == null ? Map.of() : mapping.fields(route, map, content, isCutOff);
            return new Row(key, changedAt, fields, deleted);
        } catch (Mapping.Unmapped e) {
            return deleted
                    ? new Row(key, changedAt, Map.of(), true)
                    : refused(key, changedAt, content, "The record cannot be mapped: " + e.getMessage());
        }
    }

    private Row refused(String key, Long changedAt, Map<String, Object> content, String problem) {
        return new Row(
                key,
                changedAt,
                content == null ? Map.of() : content,
                false,
                Mark.refused("System " + system + " gives it in a way that cannot be sent on. " + problem
                        + ". Correct it there; the next run that reads it sends it"),
                null);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> content(Element record) {
        Object data = words.get("data").isEmpty() ? record.value() : record.field(words.get("data"));
        return data instanceof Map ? (Map<String, Object>) data : null;
    }

    private Long micros(Object changed) {
        if (changed == null || changed instanceof String blank && blank.isBlank()) {
            return null;
        }
        if (!(changed instanceof String time)) {
            throw new DateTimeException("no text");
        }
        return Micros.of(ChangedAt.of(time, route.zone()));
    }

    /** Null for what is no answer to whether. */
    private static Boolean flag(Object value) {
        if (value == null || value instanceof Boolean) {
            return value != null && (Boolean) value;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        return value instanceof String text
                ? switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "true", "1" -> Boolean.TRUE;
                    case "false", "0", "" -> Boolean.FALSE;
                    default -> null;
                }
                : null;
    }

    /** A scalar as text; null for what is none. */
    static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String
                        || value instanceof Boolean
                        || value instanceof Long
                        || value instanceof JsonNumber
                ? value.toString()
                : null;
    }

    private static String first(String problem, String other) {
        return problem == null ? other : problem;
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 100 ? text : text.substring(0, 99) + "…";
    }
}
