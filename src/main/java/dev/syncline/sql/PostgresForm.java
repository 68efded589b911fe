package dev.syncline.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.value.ColumnKind;
import dev.syncline.value.ColumnType;
import dev.syncline.value.ValueForm;
import dev.syncline.value.ValueText;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes PostgreSQL's text of arrays, hstore, bits and ranges from JSON. Composite values stay JSON, as a function of
 * the server reads them. A text stays as it is, except for times without a zone in the bounds of ranges.
 */
final class PostgresForm implements ValueForm {
    /** Codes of the types of elements and bounds; only the server knows other types. */
    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("int2", Types.SMALLINT),
            Map.entry("int4", Types.INTEGER),
            Map.entry("int8", Types.BIGINT),
            Map.entry("numeric", Types.NUMERIC),
            Map.entry("float4", Types.REAL),
            Map.entry("float8", Types.DOUBLE),
            Map.entry("bool", Types.BIT),
            Map.entry("text", Types.VARCHAR),
            Map.entry("varchar", Types.VARCHAR),
            Map.entry("bpchar", Types.VARCHAR),
            Map.entry("date", Types.DATE),
            Map.entry("time", Types.TIME),
            Map.entry("timestamp", Types.TIMESTAMP),
            Map.entry("timestamptz", Types.TIMESTAMP),
            Map.entry("bytea", Types.BINARY));

    private static final Map<String, String> BOUNDS =
            Map.of("tstzrange", "timestamptz", "tsrange", "timestamp", "daterange", "date");

    /** The most digits of a second that are sent; the server rounds them. */
    private static final int MOST_DIGITS = 9;

    private static final Pattern RANGE = Pattern.compile("([\\[(])\\s*([^,]*?)\\s*,\\s*([^,]*?)\\s*([\\])])");
    private static final Pattern QUOTED = Pattern.compile("[\\s{}\",\\\\]");

    private final String typeName;
    private final boolean isArray;

    /** The type of the elements of an array, or of the bounds of a range. */
    private final ColumnType inner;

    PostgresForm(int code, String typeName) {
        this.typeName = typeName;
        this.isArray = code == Types.ARRAY;
        String name = isArray ? element(typeName) : BOUNDS.get(typeName);
        this.inner = name == null
                ? null
                : PostgresWriting.INSTANCE.type(CODES.getOrDefault(name, Types.OTHER), name, null, 0, MOST_DIGITS);
    }

    /** Returns the type of the elements: the server names an array type by it, with a leading underscore. */
    private static String element(String array) {
        return array.replaceFirst("^_", "");
    }

    @Override
    public String text(JsonNode value, ZoneId zone) {
        if (isArray && value.isArray()) {
            return isOfObjects(value) ? value.toString() : array(value, zone);
        } else if (typeName.equals("hstore") && value.isObject()) {
            return hstore(value);
        } else if (typeName.equals("bit") || typeName.equals("varbit")) {
            return value.isBoolean()
                    ? value.booleanValue() ? "1" : "0"
                    : ValueText.of(value).strip();
        }
        String text = ValueText.of(value);
        return !isArray && inner != null ? range(text, zone) : text;
    }

    /** Returns whether the elements are composite values. */
    private boolean isOfObjects(JsonNode array) {
        if (inner.kind() != ColumnKind.OTHER || inner.name().equals("hstore")) {
            return false;
        }
        for (JsonNode element : array) {
            if (element.isObject() || element.isArray() && isOfObjects(element)) {
                return true;
            }
        }
        return false;
    }

    private String array(JsonNode array, ZoneId zone) {
        List<String> elements = new ArrayList<>();
        for (JsonNode element : array) {
            if (element.isNull()) {
                elements.add("NULL");
            } else if (element.isArray() && inner.kind() != ColumnKind.JSON) {
                elements.add(array(element, zone));
            } else {
                elements.add(element(element, zone));
            }
        }
        return "{" + String.join(",", elements) + "}";
    }

    private String element(JsonNode element, ZoneId zone) {
        Object value = inner.of(element, zone);
        String text = value instanceof byte[] binary
                ? "\\x" + HexFormat.of().formatHex(binary)
                : inner.kind() == ColumnKind.JSON
                        ? element.toString()
                        : value instanceof Boolean flag ? flag ? "t" : "f" : ValueText.of(value);
        boolean isPlain = !text.isEmpty()
                && !text.equalsIgnoreCase("null")
                && !QUOTED.matcher(text).find();
        return isPlain ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Writes the entries in the server's order: shorter keys first. */
    private static String hstore(JsonNode object) {
        return object.properties().stream()
                .sorted(Comparator.comparing(
                        pair -> pair.getKey().getBytes(StandardCharsets.UTF_8),
                        (one, other) -> one.length != other.length
                                ? Integer.compare(one.length, other.length)
                                : Arrays.compareUnsigned(one, other)))
                .map(pair -> quoted(pair.getKey()) + "=>"
                        + (pair.getValue().isNull() ? "NULL" : quoted(ValueText.of(pair.getValue()))))
                .collect(Collectors.joining(", "));
    }

    private String range(String text, ZoneId zone) {
        Matcher range = RANGE.matcher(text.strip());
        return range.matches()
                ? range.group(1) + bound(range.group(2), zone) + "," + bound(range.group(3), zone) + range.group(4)
                : text;
    }

    private String bound(String text, ZoneId zone) {
        String bare = text.replace("\"", "");
        if (bare.isBlank()) {
            return "";
        }
        try {
            return '"' + ValueText.of(inner.parsed(bare, zone)) + '"';
        } catch (DateTimeException | IllegalArgumentException e) {
            return text; // the server reports the error
        }
    }
}
