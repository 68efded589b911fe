package dev.syncline.page;

import static dev.syncline.page.ValueContract.Value.plain;
import static dev.syncline.page.ValueContract.Value.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.route.ChangedAtFormat;
import dev.syncline.support.PlainPostgres;
import dev.syncline.value.FieldText;
import dev.syncline.value.Micros;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresValuesTest extends ValueContract {
    @Override
    DataSource source() throws SQLException {
        return PlainPostgres.source();
    }

    @BeforeAll
    void makeTypes() throws SQLException {
        execute(
                "create extension if not exists hstore",
                "create extension if not exists citext",
                "drop table if exists held",
                "drop type if exists mood, pair cascade",
                "drop domain if exists share cascade",
                "create type mood as enum ('sad', 'ok', 'happy')",
                "create type pair as (x integer, y text)",
                "create domain share as numeric(5, 2) check (value >= 0)");
    }

    @Override
    Stream<Value> values() {
        return Stream.of(
                plain("boolean", "true", "true"),
                plain("boolean", "false", "false"),
                plain("smallint", "-32768", "-32768"),
                plain("bigint", "9223372036854775807", "9223372036854775807"),
                plain("oid", "4294967295", "4294967295"),
                plain("numeric(10, 2)", "1.50", "1.50"),
                plain(
                        "numeric",
                        "123456789012345678901234567890.000000001",
                        "123456789012345678901234567890.000000001"),
                new Value("numeric", "1e300", "1" + "0".repeat(300), "1E+300"),
                new Value("numeric", "1e20000", "1" + "0".repeat(20_000), "1E+20000"),
                plain("numeric", "1e-12000", "1E-12000"),
                text("numeric", "'NaN'", "NaN"),
                text("numeric", "'Infinity'", "Infinity"),
                text("numeric", "'-Infinity'", "-Infinity"),
                plain("real", "0.1", "0.1"),
                plain("real", "16777216", "16777216"),
                plain("real", "1e30", "1000000000000000000000000000000"),
                text("real", "'NaN'", "NaN"),
                plain("double precision", "0.1", "0.1"),
                plain("double precision", "1", "1"),
                plain("double precision", "1e300", "1E+300"),
                text("double precision", "'NaN'", "NaN"),
                text("double precision", "'Infinity'", "Infinity"),
                text("double precision", "'-Infinity'", "-Infinity"),
                plain("money", "1234.50", "1234.50"),
                plain("money", "-0.01", "-0.01"),
                text("text", "'a b/ü'", "a b/ü"),
                text("text", "'NaN'", "NaN"),
                text("varchar(20)", "'infinity'", "infinity"),
                text("char(5)", "'ab'", "ab"),
                text("char(5)", "' a b '", " a b"),
                text("citext", "'Ab'", "Ab"),
                text("citext", "'ab'", "ab"),
                text("citext", "'AB'", "AB"),
                text("name", "'n'", "n"),
                text("mood", "'sad'", "sad"),
                text("mood", "'happy'", "happy"),
                plain("share", "12.5", "12.50"),
                text("uuid", "'123E4567-E89B-12D3-A456-426655440000'", "123e4567-e89b-12d3-a456-426655440000"),
                text("bytea", "'\\x00ff10'", "AP8Q"),
                new Value("bytea", "'\\x'", "\"\"", null),
                text("bytea", "'\\x0102030405060708090a0b0c0d0e0f10'", "AQIDBAUGBwgJCgsMDQ4PEA=="),
                text("date", "'2026-02-28'", "2026-02-28"),
                text("date", "'infinity'", "infinity"),
                text("date", "'-infinity'", "-infinity"),
                text("date", "'0044-03-15 BC'", "-0043-03-15"),
                text("date", "'0001-12-31 BC'", "0000-12-31"),
                text("date", "'12345-01-02'", "+12345-01-02"),
                text("timestamp", "'2026-02-28 12:30'", "2026-02-28T12:30:00"),
                text("timestamp", "'2026-02-28 12:30:01.5'", "2026-02-28T12:30:01.500"),
                text("timestamp", "'infinity'", "infinity"),
                text("timestamp", "'0044-03-15 10:00 BC'", "-0043-03-15T10:00:00"),
                text("timestamp", "'12345-01-02 10:00'", "+12345-01-02T10:00:00"),
                text("timestamptz", "'2026-02-28 12:30+02'", "2026-02-28T10:30:00Z"),
                text("timestamptz", "'infinity'", "infinity"),
                text("timestamptz", "'-infinity'", "-infinity"),
                text("timestamptz", "'0044-03-15 10:00:00.25+00 BC'", "-0043-03-15T10:00:00.250Z"),
                text("timestamptz", "'12345-01-02 10:00+00'", "+12345-01-02T10:00:00Z"),
                text("time", "'10:00'", "10:00:00"),
                text("time", "'24:00'", "24:00:00"),
                text("timetz", "'10:00+02'", "10:00:00+02:00"),
                text("timetz", "'10:00:00.5-03:30'", "10:00:00.5-03:30"),
                text("interval", "'1 year 2 days 03:00:00'", "1 year 2 days 03:00:00"),
                text("bit(8)", "B'00000101'", "00000101"),
                new Value("bit(1)", "B'1'", "true", null),
                text("varbit", "B'00101'", "00101"),
                text("varbit", "B'101'", "101"),
                text("inet", "'10.0.0.1/8'", "10.0.0.1/8"),
                text("macaddr", "'08:00:2b:01:02:03'", "08:00:2b:01:02:03"),
                text("int4range", "'[1,5)'", "[1,5)"),
                new Value("tstzrange", "'[2026-01-01 01:00+01,)'", "\"[\\\"2026-01-01 00:00:00+00\\\",)\"", null),
                new Value("pair", "row(1, 'a,b')", "\"(1,\\\"a,b\\\")\"", null),
                new Value("point", "point(1, 2.5)", "\"(1,2.5)\"", null),
                new Value("polygon", "'((0,0),(1,1))'", "\"((0,0),(1,1))\"", null),
                new Value("xml", "'<a b=\"c\"/>'", "\"<a b=\\\"c\\\"/>\"", null),
                new Value("json", "'{\"a\": 1.50}'", "{\"a\": 1.50}", null),
                new Value("jsonb", "'{\"a\": 1.50}'", "{\"a\": 1.50}", "{\"a\": 1.50}"),
                new Value("hstore", "'b=>NULL, a=>1'", "{\"a\":\"1\",\"b\":null}", null),
                new Value("integer[]", "'{{1,2},{3,NULL}}'", "[[1,2],[3,null]]", null),
                new Value("integer[]", "'[0:1]={1,2}'", "[1,2]", null),
                new Value("integer[]", "'{}'", "[]", null),
                new Value(
                        "box[]", "array['(1,2),(3,4)'::box, '(5,6),(7,8)']", "[\"(3,4),(1,2)\",\"(7,8),(5,6)\"]", null),
                new Value(
                        "text[]",
                        "array['a,b', 'c\"d', 'e\\f', 'NULL', null, '', '{x}']",
                        "[\"a,b\",\"c\\\"d\",\"e\\\\f\",\"NULL\",null,\"\",\"{x}\"]",
                        null));
    }

    /** An array does not tell what its domain is made of: its elements are text. */
    Stream<Value> elements() {
        return values().filter(
                        value -> !value.type().endsWith("[]") && !value.type().equals("share"));
    }

    /** The same as in a column of its own, at any depth. */
    @ParameterizedTest
    @MethodSource("elements")
    void isInAnArrayWhatItIsAlone(Value value) throws SQLException {
        String array = "cast(" + value.literal() + " as " + value.type() + ")";
        execute("create table held (id integer, v " + value.type() + "[])");
        execute("insert into held values (1, array[array[" + array + ", null], array[null, " + array + "]])");
        assertEquals(
                "{\"id\":1,\"v\":[[" + inArray(value) + ",null],[null," + inArray(value) + "]]}",
                content(read("id", 10).get(0)));
    }

    /** One bit is a flag in a column of its own only: an array does not tell how many bits its elements have. */
    private static String inArray(Value value) {
        return value.type().equals("bit(1)") ? "\"1\"" : value.json();
    }

    @Test
    void bytesThatAreNoTextFailTheirRecordAlone() throws SQLException {
        execute("drop database if exists bytes");
        execute("create database bytes encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0");
        String url;
        try (Connection connection = source().getConnection()) {
            url = connection.getMetaData().getURL().replaceAll("/postgres\\b.*", "/bytes");
        }
        PGSimpleDataSource bytes = new PGSimpleDataSource();
        bytes.setUrl(url);
        bytes.setUser("postgres");
        try (Connection connection = bytes.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table held (id text, v text, w jsonb default '[]')");
            statement.execute("insert into held values ('1', 'good', '[\"good ü\"]')");
            statement.execute("insert into held (id, v) values ('2', E'bad \\xff'), (E'3\\xfe', 'x'), ('4', 'y')");
        }
        for (int size = 1; size < 5; size++) {
            List<Row> rows = new ArrayList<>();
            String cursor = null;
            do {
                Page page = pages.read(query("id"), bytes, new NoMemory(), request(Window.ALL, null, cursor, size));
                pages.close();
                rows.addAll(page.rows());
                cursor = page.next();
            } while (cursor != null);
            assertEquals(4, rows.size());
            for (Row row : rows) {
                boolean isBad =
                        row.key() == null || row.key().equals("2") || row.key().startsWith("\\x");
                assertEquals(isBad, row.mark() != null, row.key());
                if (isBad) {
                    assertEquals(Mark.Kind.REFUSED, row.mark().kind());
                    assertTrue(
                            row.mark().reason().contains("its bytes are not text in UTF-8"),
                            row.mark().reason());
                } else {
                    assertEquals(
                            row.key().equals("1") ? "[\"good ü\"]" : "[]",
                            FieldText.of(row.fields().get("w")));
                }
            }
        }
        List<Row> named = pages.read(
                        query("id"), bytes, new NoMemory(), request(Window.ALL, List.of("1", "2"), null, 10))
                .rows();
        assertEquals(List.of("1", "2"), named.stream().map(Row::key).toList());
        assertEquals("good", named.get(0).fields().get("v"));
    }

    @Test
    void anInfiniteTimeOfChangeIsNotKnown() throws SQLException {
        execute("create table held (id integer, at timestamptz)");
        execute("insert into held values (1, 'infinity'), (2, '2026-01-01 00:00+00'), (3, '-infinity')");
        List<Row> rows =
                read(new SqlQuery("at", "select * from held", List.of("id"), "at", "", List.of(), ZoneId.of("UTC")), 1);
        assertEquals(List.of("3", "2", "1"), rows.stream().map(Row::key).toList());
        assertNull(rows.get(0).changedAt());
        assertEquals(
                "2026-01-01T00:00:00Z", Micros.instant(rows.get(1).changedAt()).toString());
        assertNull(rows.get(2).changedAt());
    }

    /** The source sorts such text otherwise, so each row is looked at, and those in the window come. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void textIsATimeByItsFormatAndABadOneHoldsItsRow(int size) throws SQLException {
        execute("create table held (id integer, at text)");
        execute("insert into held values (1, '01-Mar-26'), (2, '31-Feb-15'), (3, '28-Feb-26'), (4, ''), (5, null),"
                + " (6, '02-MAR-26'), (7, '01-Mar-25')");
        SqlQuery query = new SqlQuery(
                "at",
                "select * from held",
                List.of("id"),
                "at",
                "",
                List.of(),
                ZoneId.of("Europe/Berlin"),
                ChangedAtFormat.of("dd-MMM-yy"));
        Window all = Window.ALL;
        Window march =
                new Window(Instant.parse("2026-02-28T23:00:00Z"), Instant.parse("2026-03-01T23:00:00Z"), null, false);
        Window changes = new Window(march.from(), null, null, true);
        assertEquals(Set.of("1", "2", "3", "4", "5", "6", "7"), keys(read(query, size)));
        assertEquals(Set.of("1"), keys(read(query, march, size)));
        List<Row> changed = read(query, changes, size);
        assertEquals(Set.of("1", "2", "4", "5", "6"), keys(changed));
        for (Row row : changed) {
            boolean isBad = row.key().equals("2");
            assertEquals(isBad, row.mark() != null, row.key());
            if (isBad) {
                assertEquals(Mark.Kind.HELD, row.mark().kind());
                assertTrue(
                        row.mark().reason().contains("'31-Feb-15'"), row.mark().reason());
                assertNull(row.changedAt());
            }
        }
        assertEquals(7, read(query, all, size).size());
    }

    @Test
    void digitsAreATimeByTheirFormat() throws SQLException {
        execute("create table held (id integer, at numeric(8))", "insert into held values (1, 20260301), (2, 0)");
        SqlQuery query = new SqlQuery(
                "at",
                "select * from held",
                List.of("id"),
                "at",
                "",
                List.of(),
                ZoneId.of("UTC"),
                ChangedAtFormat.of("yyyyMMdd"));
        List<Row> rows = read(query, 1);
        assertNull(rows.get(0).changedAt());
        assertEquals(
                "2026-03-01T00:00:00Z", Micros.instant(rows.get(1).changedAt()).toString());
        assertEquals(
                Page.Unit.TIME,
                pages.read(query, source(), new NoMemory(), request(Window.ALL, null, null, 1))
                        .unit());
    }

    @Test
    void textWithoutAFormatIsTheRoutesFault() throws SQLException {
        execute("create table held (id integer, at text)");
        SqlQuery query = new SqlQuery("at", "select * from held", List.of("id"), "at", "", List.of(), ZoneId.of("UTC"));
        String message = assertThrows(InvalidSource.class, () -> read(query, 1)).getMessage();
        assertTrue(message.contains("changedAtFormat"), message);
    }

    private static Set<String> keys(List<Row> rows) {
        Set<String> keys = rows.stream().map(Row::key).collect(Collectors.toSet());
        assertEquals(rows.size(), keys.size(), "each once");
        return keys;
    }
}
