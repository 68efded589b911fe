package dev.syncline.page;

import static dev.syncline.page.ValueContract.Value.plain;
import static dev.syncline.page.ValueContract.Value.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.support.PlainMariaDb;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MariaDbValuesTest extends ValueContract {
    @Override
    DataSource source() throws SQLException {
        return PlainMariaDb.source();
    }

    @Override
    Stream<Value> values() {
        return Stream.of(
                new Value("bit(1)", "b'1'", "true", null),
                text("bit(8)", "b'101'", "00000101"),
                text("bit(8)", "b'11111111'", "11111111"),
                text("bit(20)", "b'101'", "00000000000000000101"),
                plain("boolean", "true", "true"),
                plain("tinyint unsigned", "255", "255"),
                plain("bigint unsigned", "18446744073709551615", "18446744073709551615"),
                plain("year", "2026", "2026"),
                plain("decimal(65, 30)", "1.5", "1.500000000000000000000000000000"),
                plain("float", "0.1", "0.1"),
                plain("float", "16777216", "16777216"),
                plain("float", "3e30", "3000000000000000000000000000000"),
                plain("double", "0.1", "0.1"),
                plain("double", "1e300", "1E+300"),
                text("char(5)", "'ab'", "ab"),
                text("varchar(20)", "'a '", "a "),
                text("varchar(20)", "'A'", "A"),
                text("varchar(20)", "'a'", "a"),
                text("varchar(20)", "'NaN'", "NaN"),
                text("enum('x', 'y')", "'x'", "x"),
                text("enum('x', 'y')", "'y'", "y"),
                text("set('a', 'b')", "'a,b'", "a,b"),
                text("uuid", "'123E4567-E89B-12D3-A456-426655440000'", "123e4567-e89b-12d3-a456-426655440000"),
                text("inet4", "'10.0.0.1'", "10.0.0.1"),
                text("inet6", "'::1'", "::1"),
                text("binary(16)", "x'0102030405060708090a0b0c0d0e0f10'", "AQIDBAUGBwgJCgsMDQ4PEA=="),
                text("binary(16)", "x'ff02030405060708090a0b0c0d0e0f10'", "/wIDBAUGBwgJCgsMDQ4PEA=="),
                text("varbinary(20)", "x'00ff10'", "AP8Q"),
                text("varbinary(20)", "x'00ff1000'", "AP8QAA=="),
                text("blob", "x'00'", "AA=="),
                text("date", "'2026-02-28'", "2026-02-28"),
                text("datetime(6)", "'2026-02-28 12:30'", "2026-02-28T12:30:00"),
                text("datetime(6)", "'2026-02-28 12:30:00.5'", "2026-02-28T12:30:00.500"),
                text("datetime", "'9999-12-31 23:59:59'", "9999-12-31T23:59:59"),
                text("time", "'10:00'", "10:00:00"),
                text("time", "'-838:59:59'", "-838:59:59"),
                text("time(3)", "'100:00:00.5'", "100:00:00.500"),
                new Value("json", "'{\"a\": 1.50}'", "{\"a\": 1.50}", null),
                new Value("geometry", "point(1, 2.5)", "\"POINT(1 2.5)\"", null),
                new Value("point", "point(1, 2.5)", "\"POINT(1 2.5)\"", null),
                new Value("longtext", "concat('a', char(0 using utf8mb4), 'b')", "\"a\\u0000b\"", null));
    }

    @Test
    void aZeroDateIsNoDateAndAnImpossibleOneFailsItsRecord() throws SQLException {
        execute(
                "create table held (id integer, d date, at datetime(3))",
                "set sql_mode = 'ALLOW_INVALID_DATES'",
                "insert into held values (1, '0000-00-00', '2026-01-01'), (2, '2026-00-00', '2026-01-01'),"
                        + " (3, '2026-02-31', '2026-01-01'), (4, '2026-02-28', '0000-00-00'),"
                        + " (5, '2026-02-28', '0000-00-00'), (6, '2026-02-28', '2026-02-31 10:00'),"
                        + " (7, '2026-02-28', '2026-02-31 10:00'), (8, '2026-02-28', '2026-03-01')",
                "set sql_mode = default");
        for (int size = 1; size < 9; size++) {
            List<Row> rows = read(
                    new SqlQuery("at", "select * from held", List.of("id"), "at", "", List.of(), ZoneId.of("UTC")),
                    size);
            assertEquals(
                    List.of("4", "5", "1", "2", "3", "6", "7", "8"),
                    rows.stream().map(Row::key).toList());
            assertNull(rows.get(2).fields().get("d"));
            assertNull(rows.get(2).mark());
            assertNull(rows.get(0).changedAt());
            assertNull(rows.get(0).mark());
            for (int bad : new int[] {3, 4, 5, 6}) {
                assertEquals(Mark.Kind.REFUSED, rows.get(bad).mark().kind());
            }
            assertEquals("2026-02-31", rows.get(4).fields().get("d"));
            assertTrue(
                    rows.get(4).mark().reason().contains("'d' cannot be sent"),
                    rows.get(4).mark().reason());
            assertTrue(
                    rows.get(4).mark().reason().contains("'2026-02-31'"),
                    rows.get(4).mark().reason());
            assertNull(rows.get(7).mark());
        }
        for (String day : List.of("2026-00-00", "2026-02-31")) {
            assertEquals(List.of(day), named("d", day).stream().map(Row::key).toList(), "a retry finds it again");
        }
    }

    /** It is told of under a key of its own, as no system can be asked for it. */
    @Test
    void aKeyWithNulIsReadOnce() throws SQLException {
        execute(
                "create table held (id varchar(10) character set utf8mb4, v integer)",
                "insert into held values ('a', 1), (concat('a', char(0 using utf8mb4)), 2), ('b', 3)");
        for (int size = 1; size < 4; size++) {
            assertEquals(
                    List.of("a", "a\0", "b"),
                    read("id", size).stream().map(Row::key).toList());
        }
        assertEquals(
                List.of("b"), named("id", "a\0", "b").stream().map(Row::key).toList());
    }

    /** The issue's own: what was broken off and went on would be a record that no source has. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"no\":1",
                "[]}},{\"key\":\"999\",\"name\":\"Made up\",\"x\":{\"y\":[",
                "{\"a\":1} {\"b\":2}",
                "{\"a\":NaN}",
                "{a:1}",
                "{\"a\":1,}",
                "nothing",
                "[1,2",
                "{\"a\":\"\t\"}"
            })
    void brokenJsonFailsItsRecord(String json) throws SQLException {
        execute(
                "create table held (id integer, v longtext)",
                "insert into held values (1, '[1]'), (2, '" + json + "'), (3, '  '), (4, null)");
        SqlQuery query =
                new SqlQuery("json", "select * from held", List.of("id"), "", "", List.of("v"), ZoneId.of("UTC"));
        List<Row> rows = read(query, 10);
        assertEquals("{\"id\":1,\"v\":[1]}", content(rows.get(0)));
        assertEquals(Mark.Kind.REFUSED, rows.get(1).mark().kind());
        assertTrue(
                rows.get(1).mark().reason().contains("'v' cannot be sent"),
                rows.get(1).mark().reason());
        assertEquals(json, rows.get(1).fields().get("v"), "as text, within quotes");
        assertEquals("{\"id\":3,\"v\":null}", content(rows.get(2)));
        assertEquals("{\"id\":4,\"v\":null}", content(rows.get(3)));
    }
}
