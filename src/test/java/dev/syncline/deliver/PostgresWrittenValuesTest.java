package dev.syncline.deliver;

import dev.syncline.support.PlainPostgres;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

class PostgresWrittenValuesTest extends WrittenValuesContract {
    @Override
    DataSource source() throws SQLException {
        return PlainPostgres.source();
    }

    @BeforeEach
    void makeTypes() throws SQLException {
        new SqlTarget(source(), "{table: t, key: {id: id}}", "id")
                .execute(
                        "drop table if exists one_value, one_key",
                        "drop type if exists temper, pair cascade",
                        "drop domain if exists share, tags cascade",
                        "create type temper as enum ('good', 'bad')",
                        "create type pair as (a int, b text)",
                        "create domain share as numeric(5, 1) check (value < 100)",
                        "create domain tags as varchar(4)[]",
                        "create extension if not exists hstore",
                        "create extension if not exists citext");
    }

    @Override
    List<Value> values() {
        return List.of(
                value("smallint", "-7", "-7", "8", "\"-7\"", "-7.0"),
                value("bigint", "9007199254740993", "9007199254740993", "9007199254740992"),
                value("oid", "4000000000", "4000000000", "1"),
                value("numeric", "1.50", "1.5", "1.51", "\"1.500\"", "15e-1"),
                value("numeric", "\"NaN\"", "NaN", "1", "\"nan\""),
                value("numeric", "\"Infinity\"", "Infinity", "\"-Infinity\"", "\"inf\""),
                value("numeric", "1e20000", "1" + "0".repeat(20_000), "1e20001", "1" + "0".repeat(20_000)),
                value("numeric", "\"1e-16383\"", null, "0"),
                value("numeric(12,3)", "1.0005", "1.001", "1.002", "1.001", "\"1.0009\""),
                value("real", "0.1", "0.1", "0.2", "\"0.1\""),
                value("real", "1234567.9", "1.2345679e+06", "1234567.8"),
                value("real", "\"NaN\"", "NaN", "0", "\"nan\""),
                value("double precision", "0.1", "0.1", "0.30000000000000004"),
                value("double precision", "\"-Infinity\"", "-Infinity", "\"Infinity\""),
                value("money", "1.5", "$1.50", "2", "\"1.50\"", "\"$1.50\"", "1.501"),
                value("money", "-1234.565", "-$1,234.57", "1", "\"-$1,234.57\"", "\"($1,234.57)\"", "\"-1.234,57\""),
                value("money", "92233720368547758.07", "$92,233,720,368,547,758.07", "-92233720368547758.08"),
                value("boolean", "true", "t", "false", "1", "\"true\"", "1.0"),
                value("date", "\"2026-03-29\"", "2026-03-29", "\"2026-03-30\"", "\"2026-03-28T23:30:00Z\""),
                value("date", "\"infinity\"", "infinity", "\"-infinity\"", "\"Infinity\""),
                value("date", "\"0044-03-15 BC\"", "0044-03-15 BC", "\"0044-03-15\"", "\"-0043-03-15\""),
                value("date", "\"12026-01-01\"", "12026-01-01", "\"2026-01-01\"", "\"+12026-01-01\""),
                value("time", "\"08:15\"", "08:15:00", "\"08:16\"", "\"08:15:00.000\""),
                value("time", "\"24:00:00\"", "24:00:00", "\"00:00\"", "\"24:00\""),
                value("time(0)", "\"08:15:10.4\"", "08:15:10", "\"08:15:12\"", "\"08:15:10\""),
                value("timetz", "\"10:00+02\"", "10:00:00+02", "\"10:00+01\"", "\"10:00:00.0+02:00\""),
                value("timestamp", "\"infinity\"", "infinity", "\"2026-01-01T10:00:00\""),
                value("timestamp", "\"0044-03-15 10:00:00 BC\"", "0044-03-15 10:00:00 BC", "\"0044-03-15T10:00\""),
                value(
                        "timestamp(3)",
                        "\"2026-01-01T10:00:00.1239Z\"",
                        "2026-01-01 11:00:00.124",
                        "\"2026-01-01T11:00:00.2\"",
                        "\"2026-01-01 11:00:00.124\""),
                value("timestamptz", "\"-infinity\"", "-infinity", "\"infinity\""),
                value("timestamptz", "\"12026-07-01T00:00:00Z\"", null, "\"2026-07-01\"", "\"12026-07-01 02:00:00\""),
                value(
                        "timestamptz",
                        "\"0044-03-15 10:00:00+00 BC\"",
                        null,
                        "\"infinity\"",
                        "\"-0043-03-15T10:00:00Z\""),
                value(
                        "timestamptz",
                        "\"2026-03-29 01:30:00\"",
                        null,
                        "\"2026-03-29 03:30:00\"",
                        "\"2026-03-29T00:30:00Z\""),
                value("interval", "\"24 hours\"", "24:00:00", "\"1 day\"", "\"PT24H\"", "\"24:00\""),
                value("interval", "\"1 mon\"", "1 mon", "\"30 days\"", "\"P1M\""),
                value("interval(0)", "\"1 day 1.6 s\"", "1 day 00:00:02", "\"1 day\"", "\"1 day 2 s\""),
                value("char(5)", "\"AB\"", "AB   ", "\"AC\"", "\"AB  \""),
                value("varchar(5)", "\"AB\"", "AB", "\"AB \""),
                value("text", "\"Größe 'x' \\\"y\\\" \\ud83d\\ude00\"", "Größe 'x' \"y\" 😀", "\"\""),
                value("citext", "\"Ab\"", "Ab", "\"Ac\""),
                value("name", "\"Ab\"", "Ab", "\"Ac\""),
                value("\"char\"", "\"a\"", "a", "\"b\""),
                value(
                        "uuid",
                        "\"6E0D1F0A-0000-4000-8000-00000000000A\"",
                        "6e0d1f0a-0000-4000-8000-00000000000a",
                        "\"6E0D1F0A-0000-4000-8000-00000000000B\"",
                        "\"{6e0d1f0a000040008000-00000000000a}\""),
                value("bytea", "\"AAEC/w==\"", "\\x000102ff", "\"AAE=\""),
                value("bit(4)", "\"1010\"", "1010", "\"1011\""),
                value("bit(1)", "true", "1", "false", "1", "\"1\""),
                value("bit varying(8)", "\"101\"", "101", "\"0101\""),
                value("json", "{\"b\":1,\"a\":[true,null]}", null, "{\"b\":2}", "{\"a\":[true,null],\"b\":1.0}"),
                value("jsonb", "{\"b\":1e2}", "{\"b\": 100}", "\"x\"", "{\"b\":100}"),
                value("jsonb", "{\"b\":1e20000}", null, "[]"),
                value("xml", "\"<a  b='1'/>\"", "<a  b='1'/>", "\"<a/>\""),
                value("integer[]", "[1,null,2]", "{1,NULL,2}", "[1,2]", "\"{1, NULL, 2}\"", "[\"1\",null,2.0]"),
                value("integer[]", "[[1,2],[3,4]]", "{{1,2},{3,4}}", "[[1,2],[3,5]]", "\"{{1,2},{3,4}}\""),
                value("integer[]", "[[[1],[2]],[[3],[4]]]", "{{{1},{2}},{{3},{4}}}", "[]"),
                value("integer[]", "\"[0:1]={1,2}\"", "[0:1]={1,2}", "[1,2]"),
                value("integer[]", "\"[1,2]\"", "{1,2}", "[2,1]", "[1,2]"),
                value(
                        "text[]",
                        "[\"a b\",\"\",\"null\",null,\"q\\\"\\\\,{}\",\"x\"]",
                        "{\"a b\",\"\",\"null\",NULL,\"q\\\"\\\\,{}\",x}",
                        "[\"a b\"]"),
                value("numeric(12,2)[]", "[1.005,\"NaN\"]", "{1.01,NaN}", "[1.02]", "[1.01,\"NaN\"]"),
                value("double precision[]", "[0.1,1,\"Infinity\"]", "{0.1,1,Infinity}", "[0.2]", "[0.1,1.0,\"inf\"]"),
                value("money[]", "[1.5]", "{$1.50}", "[2.5]", "[1.50]"),
                value("boolean[]", "[true,0]", "{t,f}", "[true]", "[1,false]"),
                value("varchar(3)[]", "[\"abc\"]", "{abc}", "[\"abd\"]"),
                value("char(3)[]", "[\"a\"]", "{\"a  \"}", "[\"b\"]", "[\"a  \"]"),
                value("date[]", "[\"2026-01-01\",\"infinity\"]", "{2026-01-01,infinity}", "[\"0044-03-15 BC\"]"),
                value(
                        "timestamp[]",
                        "[\"2026-01-01T10:00:00Z\"]",
                        "{\"2026-01-01 11:00:00\"}",
                        "[]",
                        "[\"2026-01-01 11:00\"]"),
                value(
                        "timestamptz[]",
                        "[[\"2026-01-01 11:00\"]]",
                        null,
                        "[[\"2026-01-01 12:00\"]]",
                        "[[\"2026-01-01T10:00:00Z\"]]"),
                value("bytea[]", "[\"AAEC\"]", "{\"\\\\x000102\"}", "[\"AAED\"]"),
                value(
                        "uuid[]",
                        "[\"6E0D1F0A-0000-4000-8000-00000000000A\"]",
                        "{6e0d1f0a-0000-4000-8000-00000000000a}",
                        "[]"),
                value("jsonb[]", "[{\"a\":1},[1,2],\"x\"]", null, "[{\"a\":2}]", "[{\"a\":1.0},[1,2],\"x\"]"),
                value("temper[]", "[\"good\"]", "{good}", "[\"bad\"]"),
                value("interval[]", "[\"24 hours\"]", "{24:00:00}", "[\"1 day\"]", "[\"PT24H\"]"),
                value(
                        "pair[]",
                        "[{\"a\":1,\"b\":\"x y\"},null]",
                        "{\"(1,\\\"x y\\\")\",NULL}",
                        "[{\"a\":2}]",
                        "\"{\\\"(1,\\\\\\\"x y\\\\\\\")\\\",NULL}\""),
                value("hstore[]", "[{\"b\":\"1\",\"a\":null}]", null, "[{\"b\":\"2\"}]", "[{\"a\":null,\"b\":\"1\"}]"),
                value("int4range", "\"[1,5]\"", "[1,6)", "\"[1,5)\"", "\"[1,6)\"", "\"(0, 6)\""),
                value("numrange", "\"[1.0,2)\"", "[1.0,2)", "\"empty\""),
                value("daterange", "\"[2026-01-01,2026-01-31]\"", "[2026-01-01,2026-02-01)", "\"[2026-01-01,)\""),
                value(
                        "tstzrange",
                        "\"[2026-01-01 11:00,)\"",
                        null,
                        "\"[2026-01-01 12:00,)\"",
                        "\"[2026-01-01T10:00:00Z,)\""),
                value(
                        "tsrange",
                        "\"[2026-01-01T10:00:00Z,infinity]\"",
                        null,
                        "\"(,)\"",
                        "\"[2026-01-01 11:00:00,infinity]\""),
                value("int4multirange", "\"{[1,3), [5,7]}\"", "{[1,3),[5,8)}", "\"{}\""),
                value(
                        "hstore",
                        "{\"b\":\"1\",\"aa\":null,\"c\":2.5}",
                        "\"b\"=>\"1\", \"c\"=>\"2.5\", \"aa\"=>NULL",
                        "{}",
                        "\"aa=>NULL, c=>2.5, b=>1\""),
                value(
                        "pair",
                        "{\"a\":1,\"b\":\"x y\"}",
                        "(1,\"x y\")",
                        "{\"a\":1}",
                        "\"(1,x y)\"",
                        "{\"b\":\"x y\",\"a\":1}"),
                value("temper", "\"good\"", "good", "\"bad\""),
                value("share", "1.25", "1.3", "1.4", "1.3"),
                value("tags", "[\"a\"]", "{a}", "[\"b\"]"),
                value("inet", "\"10.0.0.1/32\"", "10.0.0.1", "\"10.0.0.1/8\"", "\"10.0.0.1\""),
                value("cidr", "\"10.0.0.0/8\"", "10.0.0.0/8", "\"10.0.0.0/9\"", "\"10/8\""),
                value(
                        "macaddr",
                        "\"08-00-2B-01-02-03\"",
                        "08:00:2b:01:02:03",
                        "\"08:00:2b:01:02:04\"",
                        "\"08002b010203\""),
                value("point", "\"(1, 2)\"", "(1,2)", "\"(1,3)\"", "\"1,2\""),
                value("box", "\"((0,0),(1,1))\"", "(1,1),(0,0)", "\"((0,0),(1,2))\"", "\"(1,1),(0,0)\""),
                value("tsvector", "\"b a\"", "'a' 'b'", "\"c\"", "\"a b\""));
    }

    @Override
    List<Unfit> unfit() {
        return List.of(
                unfit("integer", "\"x\"", "'x'", "a whole number", "field 'v'"),
                unfit("smallint", "40000", "'40000'"),
                unfit("numeric", "1e200000", "a number"),
                unfit("numeric(5,2)", "1000", "'1000'", "3 digits before the point"),
                unfit("numeric(5,2)", "\"Infinity\"", "Infinity"),
                unfit("real", "1e400", "a number"),
                unfit("money", "\"lots\"", "'lots'"),
                unfit("money", "\"$1,234\"", "'$1,234'"),
                unfit("money", "\"NaN\"", "'NaN'"),
                unfit("money", "92233720368547758.08", "'92233720368547758.08'"),
                unfit("money", "-1e17", "1"),
                unfit("date", "\"2026-02-31\"", "'2026-02-31'", "a date"),
                unfit("date", "\"31-Feb-15\"", "'31-Feb-15'"),
                unfit("timestamp", "\"999999-01-01\"", "999999"),
                unfit("interval", "\"soon\"", "soon"),
                unfit("boolean", "\"maybe\"", "'maybe'"),
                unfit("uuid", "\"1-1-1-1-1\"", "a UUID"),
                unfit("bytea", "\"%%\"", "Base64"),
                unfit("varchar(3)", "\"abcd\"", "'abcd'", "3 characters"),
                unfit("text", "\"a\\u0000b\"", "'a\\u0000b'", "the character NUL at place 2", "field 'v'"),
                unfit("text", "\"a\\ud800\"", "'a\\ud800'", "half of a character"),
                unfit("text", "\"\\udc00a\"", "half of a character"),
                unfit("json", "{\"x\":\"\\ud800\"}", "half of a character"),
                unfit("jsonb", "{\"x\":\"\\u0000\"}", "\\u0000"),
                unfit("text[]", "[\"a\\u0000b\"]", "the character NUL"),
                unfit("hstore", "{\"x\":\"\\ud800\"}", "half of a character"),
                unfit("text[]", "\"a,b\"", "a,b", "malformed array literal"),
                unfit("integer[]", "[\"x\"]", "x"),
                unfit("integer[]", "[[1],[2,3]]", "{{1},{2,3}}"),
                unfit("varchar(3)[]", "[\"abcd\"]", "abcd", "character varying(3)[]"),
                unfit("numeric(3,2)[]", "[10]", "{10}"),
                unfit("bit(4)", "\"101\"", "'101'", "bit(4)"),
                unfit("bit varying(4)", "\"10101\"", "'10101'"),
                unfit("int4range", "\"[5,1]\"", "[5,1]"),
                unfit("hstore", "\"nonsense\"", "nonsense"),
                unfit("temper", "\"odd\"", "odd"),
                unfit("pair", "{\"a\":\"x\"}", "integer"),
                unfit("pair", "\"(1\"", "(1"),
                unfit("xml", "\"<a\"", "<a"),
                unfit("inet", "\"10.0.0.999\"", "10.0.0.999"));
    }

    @Override
    List<Key> keys() {
        return List.of(
                new Key("bytea", "\"AAEC\"", "\"AAEC\""),
                new Key("uuid", "\"6E0D1F0A-0000-4000-8000-00000000000A\"", "\"6e0d1f0a000040008000-00000000000a\""),
                new Key("citext", "\"Ab\"", "\"Ab\""),
                new Key("char(5)", "\"AB\"", "\"AB  \""),
                new Key("temper", "\"good\"", "\"good\""),
                new Key("share", "1.3", "1.25"),
                new Key("numeric", "1.50", "\"1.5\""),
                new Key("date", "\"2026-01-01\"", "\"2026-01-01T00:00:00\""),
                new Key("timestamptz", "\"2026-01-01T10:00:00Z\"", "\"2026-01-01 11:00:00\""),
                new Key("inet", "\"10.0.0.1\"", "\"10.0.0.1/32\""),
                new Key("money", "1.50", "\"$1.50\""),
                new Key("interval", "\"24:00:00\"", "\"24 hours\""),
                new Key("bit(3)", "\"101\"", "\"101\""),
                new Key("integer[]", "[1,2]", "\"{1, 2}\""));
    }
}
