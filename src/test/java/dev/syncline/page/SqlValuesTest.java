package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.syncline.sql.SqlReading;
import dev.syncline.sql.SqlServerDialect;
import dev.syncline.sql.SqlTypes;
import dev.syncline.sql.SqlValues;
import dev.syncline.value.FieldText;
import dev.syncline.value.RawJson;
import dev.syncline.value.UnreadableValue;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What drivers give that have no server here: SQL Server's. */
class SqlValuesTest {
    static Stream<Arguments> values() {
        return Stream.of(
                arguments("real", Types.REAL, 0.1f, "0.1"),
                arguments("real", Types.REAL, 16_777_216f, "16777216"),
                arguments("real", Types.REAL, 1.17549435E-38f, "0.000000000000000000000000000000000000011754944"),
                arguments("float", Types.DOUBLE, "1.0E300", "1E+300"),
                arguments("float", Types.DOUBLE, "5.0", "5"),
                arguments("money", Types.DECIMAL, new BigDecimal("1234.5000"), "1234.5000"),
                arguments("bit", Types.BIT, true, "true"),
                arguments("nchar", Types.NCHAR, "ab   ", "ab"),
                arguments("nvarchar", Types.NVARCHAR, "ab   ", "ab   "),
                arguments("nvarchar", Types.NVARCHAR, "a\uD800", "a\uD800"),
                arguments(
                        "uniqueidentifier",
                        Types.CHAR,
                        "0E984725-C51C-4BF4-9960-E1C80E27ABA0",
                        "0E984725-C51C-4BF4-9960-E1C80E27ABA0"),
                arguments("hierarchyid", Types.VARBINARY, "/1/2/", "/1/2/"),
                arguments("xml", Types.LONGNVARCHAR, "<a/>", "<a/>"),
                arguments("sql_variant", -156, "5", "5"),
                arguments("rowversion", Types.BINARY, new byte[] {0, 0, 0, 0, 0, 0, 1, 0}, "256"),
                arguments("varbinary", Types.VARBINARY, new byte[] {0, -1, 16}, "AP8Q"),
                arguments(
                        "datetimeoffset",
                        -155,
                        OffsetDateTime.parse("2026-03-29T12:00:00+02:00"),
                        Instant.parse("2026-03-29T10:00:00Z").toString()));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("values")
    void areAsTheServerHasThem(String typeName, int jdbcType, Object given, String expected) throws SQLException {
        SqlReading dialect = SqlServerDialect.INSTANCE.reading();
        int type = dialect.type(jdbcType, typeName);
        assertEquals(expected, FieldText.of(dialect.read(result(given), 1, type, typeName)));
        assertEquals(null, dialect.read(result(null), 1, type, typeName));
    }

    @Test
    void halvesOfCharactersInJsonAreEscapes() throws SQLException {
        RawJson json = (RawJson) SqlValues.read(result("[\"a\uD800\"]"), 1, SqlTypes.JSON_TEXT);
        assertEquals("[\"a\\ud800\"]", json.text());
        assertThrows(UnreadableValue.class, () -> SqlValues.read(result("[\uD800]"), 1, SqlTypes.JSON_TEXT));
    }

    @Test
    void aCursorKeepsHalvesOfCharactersAndNul() {
        SqlCursor cursor = new SqlCursor(List.of("a\uD800", "\0", "ä"));
        assertEquals(cursor, SqlCursor.parse(cursor.toString()));
        assertEquals(
                -1,
                cursor.toString()
                        .chars()
                        .filter(c -> c > 126 || c < 32)
                        .findFirst()
                        .orElse(-1));
    }

    /** A row of one column. */
    private static ResultSet result(Object value) {
        return (ResultSet) Proxy.newProxyInstance(
                SqlValuesTest.class.getClassLoader(),
                new Class<?>[] {ResultSet.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getString", "getBytes", "getBigDecimal", "getObject" -> value;
                    case "getFloat" -> value == null ? 0f : value;
                    case "getBoolean" -> value != null && (boolean) value;
                    case "wasNull" -> value == null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
