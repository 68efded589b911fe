package dev.syncline.sql;

import dev.syncline.value.JsonText;
import dev.syncline.value.RawJson;
import dev.syncline.value.ValueText;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.util.HStoreConverter;

/**
 * Parses values of types that only PostgreSQL has (arrays, hstore, times of day with an offset), and the text of values
 * within arrays.
 */
final class PostgresValues {
    private PostgresValues() {}

    static Object read(ResultSet result, int column, int type, String typeName) throws SQLException {
        if (type != Types.ARRAY && type != SqlTypes.HSTORE && type != SqlTypes.OFFSET_TIME) {
            return SqlValues.read(result, column, type);
        }
        String text = result.getString(column);
        return text == null ? null : of(type, typeName, text);
    }

    /** Returns the same value as {@link SqlValues#read} for a column. */
    static Object of(int type, String typeName, String text) {
        if (type != Types.ARRAY) {
            return value(type, PostgresDialect.simple(typeName), text);
        }
        String element = element(typeName);
        int elementType = PostgresReading.INSTANCE.type(Types.OTHER, element);
        return PostgresArray.parse(text, element.equals("box") ? ';' : ',', one -> value(elementType, element, one));
    }

    /** Returns the type of an array's elements, without its schema. */
    private static String element(String arrayType) {
        String name = PostgresDialect.simple(arrayType);
        return name.startsWith("_") ? name.substring(1) : name;
    }

    private static Object value(int type, String typeName, String text) {
        return switch (type) {
            case SqlTypes.JSON -> new RawJson(text);
            case SqlTypes.JSON_TEXT -> JsonText.parsed(text);
            case SqlTypes.HSTORE -> hstore(text);
            case SqlTypes.OFFSET_TIME -> offsetTime(text);
            case SqlTypes.PADDED -> ValueText.unpadded(text);
            case SqlTypes.SINGLE, Types.DOUBLE -> SqlValues.fraction(text);
            case Types.BOOLEAN -> text.equals("t");
            case Types.TIMESTAMP_WITH_TIMEZONE -> isInfinite(text) ? text : moment(text);
            default ->
                switch (typeName) {
                    case "int2", "int4", "int8", "oid" -> Long.valueOf(text);
                    case "numeric", "money" ->
                        Character.isLetter(text.charAt(text.length() - 1)) ? text : new BigDecimal(text);
                    case "date" -> isInfinite(text) ? text : date(text);
                    case "timestamp" -> isInfinite(text) ? text : local(text);
                    case "bytea" -> HexFormat.of().parseHex(text, 2, text.length());
                    default -> text;
                };
        };
    }

    private static boolean isInfinite(String text) {
        return text.endsWith("infinity");
    }

    private static Instant moment(String text) {
        String time = text.endsWith(" BC") ? text.substring(0, text.length() - 3) : text;
        int offset = Math.max(time.lastIndexOf('+'), time.lastIndexOf('-'));
        return local(time.substring(0, offset) + text.substring(time.length()))
                .toInstant(ZoneOffset.of(time.substring(offset)));
    }

    private static LocalDateTime local(String text) {
        int blank = text.indexOf(' ');
        int era = text.indexOf(' ', blank + 1);
        LocalDate date = date(text.substring(0, blank) + (era < 0 ? "" : text.substring(era)));
        return date.atTime(LocalTime.parse(text.substring(blank + 1, era < 0 ? text.length() : era)));
    }

    /** Converts years before year 1, which PostgreSQL counts from 1 BC, and ISO-8601 and Java from 0. */
    private static LocalDate date(String text) {
        String[] parts = text.split("[- ]");
        int year = Integer.parseInt(parts[0]);
        return LocalDate.of(
                parts.length == 4 ? 1 - year : year, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    /** Converts a date or time of {@code FieldText} into PostgreSQL's text. */
    static String literal(String text) {
        if (text.charAt(0) == '+') {
            return text.substring(1);
        }
        int end = text.indexOf('-', 1);
        if (end < 0 || text.endsWith("infinity") || text.charAt(0) != '-' && !text.startsWith("0000-")) {
            return text;
        }
        return String.format(Locale.ROOT, "%04d", 1 - Integer.parseInt(text.substring(0, end))) + text.substring(end)
                + " BC";
    }

    /** Adds minutes to an offset of hours alone, which only PostgreSQL accepts. */
    private static String offsetTime(String text) {
        return text.matches(".*[+-]\\d\\d") ? text + ":00" : text;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> hstore(String text) {
        return new TreeMap<>((Map<String, Object>) (Map<?, ?>) HStoreConverter.fromString(text));
    }
}
