package dev.syncline.deliver;

import dev.syncline.support.PlainMariaDb;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

class MariaDbWrittenValuesTest extends WrittenValuesContract {
    @Override
    DataSource source() throws SQLException {
        return PlainMariaDb.source();
    }

    @Override
    List<Value> values() {
        return List.of(
                value("tinyint", "-7", "-7", "8", "\"-7\""),
                value("tinyint(1)", "5", "5", "true"),
                value("boolean", "true", "1", "false", "1", "\"true\""),
                value("smallint unsigned", "65535", "65535", "1"),
                value("bigint unsigned", "18446744073709551615", "18446744073709551615", "1"),
                value("decimal(12,3)", "1.0005", "1.001", "1.002", "1.001"),
                value("decimal(10,2) zerofill", "1.5", "00000001.50", "2", "\"1.50\""),
                value("float", "1234567.9", null, "1234567.8", "\"1234567.9\""),
                value("float", "0.1", "0.1", "0.2"),
                value("float(7,2)", "1.239", "1.24", "1.25", "1.24"),
                value("double", "0.1", "0.1", "0.30000000000000004"),
                value("double(9,3)", "1.23456", "1.235", "1.236", "1.235"),
                value("bit(1)", "true", null, "false", "1", "\"1\""),
                value("bit(8)", "165", "b'10100101'", "1", "\"10100101\""),
                value("bit(64)", "18446744073709551615", null, "9223372036854775808"),
                value("year", "2024", "2024", "2025", "24", "\"2024\""),
                value(
                        "enum('a','Good one','it''s')",
                        "\"Good one\"",
                        "Good one",
                        "\"it's\"",
                        "\"good one\"",
                        "\"Good one \""),
                value("set('x','y','z')", "\"z,x\"", "x,z", "\"y\"", "\"x,z\"", "[\"Z\",\"x\",\"x\"]"),
                value("set('x','y','z')", "\"\"", "", "\"y\"", "[]"),
                value("date", "\"2026-03-29\"", "2026-03-29", "\"2026-03-30\"", "\"2026-03-28T23:30:00Z\""),
                value("time", "\"838:59:59\"", "838:59:59", "\"08:15\"", "\"838:59:59.0\""),
                value("time(3)", "\"-25:10:00.5559\"", "-25:10:00.555", "\"25:10\"", "\"-25:10:00.555\""),
                value(
                        "datetime",
                        "\"2026-01-01T10:00:00.9Z\"",
                        null,
                        "\"2026-01-01T12:00:00\"",
                        "\"2026-01-01 11:00:00\""),
                value("datetime(3)", "\"2026-01-01T10:00:00.1239Z\"", null, "\"2026-01-01 11:00:00.2\""),
                value(
                        "timestamp(6) null",
                        "\"2026-03-29 01:30:00.123456\"",
                        null,
                        "\"2026-03-29\"",
                        "\"2026-03-29T00:30:00.123456Z\""),
                value(
                        "timestamp null",
                        "\"2026-07-01T00:00:00.9Z\"",
                        null,
                        "\"2026-07-01T00:00:02Z\"",
                        "\"2026-07-01 02:00:00\""),
                value("char(5)", "\"AB\"", "AB", "\"AC\"", "\"AB  \""),
                value("varchar(5)", "\"AB\"", "AB", "\"ab\""),
                value(
                        "text character set utf8mb4",
                        "\"Größe 'x' \\\"y\\\" \\ud83d\\ude00\"",
                        "Größe 'x' \"y\" 😀",
                        "\"\""),
                value("text", "\"a\\u0000b\"", "a\0b", "\"a\""),
                value("json", "{\"b\":1,\"a\":[true,null,2.0]}", null, "{\"b\":2}", "{\"a\":[true,null,2],\"b\":1.0}"),
                value(
                        "uuid",
                        "\"6E0D1F0A-0000-4000-8000-00000000000A\"",
                        "6e0d1f0a-0000-4000-8000-00000000000a",
                        "\"6e0d1f0a-0000-4000-8000-00000000000b\"",
                        "\"{6e0d1f0a00004000800000000000000a}\""),
                value("inet4", "\"10.0.0.1\"", "10.0.0.1", "\"10.0.0.2\""),
                value("inet6", "\"0::0001\"", "::1", "\"::2\"", "\"::1\""),
                value("binary(4)", "\"AAEC\"", null, "\"AAECAw==\"", "\"AAECAA==\""),
                value("varbinary(10)", "\"AAEC\"", null, "\"AAE=\""),
                value("longblob", "\"AAEC\"", null, "\"AAE=\""),
                value("point", "\"POINT(1 2)\"", null, "\"POINT(1 3)\"", "\"point(1.0  2.0)\""));
    }

    @Override
    List<Unfit> unfit() {
        return List.of(
                unfit("tinyint", "300", "300"),
                unfit("smallint unsigned", "-1"),
                unfit("boolean", "\"maybe\"", "'maybe'", "true or false"),
                unfit("decimal(5,2)", "\"NaN\"", "'NaN'", "a number"),
                unfit("double", "\"Infinity\"", "'Infinity'"),
                unfit("float", "1e400", "a number"),
                unfit("bit(8)", "256", "'256'", "at most 8"),
                unfit("bit(8)", "\"2\"", "'2'"),
                unfit("year", "1850", "'1850'"),
                unfit("enum('a','b')", "\"odd\"", "'v'"),
                unfit("set('a','b')", "\"a,odd\"", "'a,odd'", "set('a','b')"),
                unfit("date", "\"infinity\"", "'infinity'", "a date"),
                unfit("date", "\"2026-02-31\"", "'2026-02-31'"),
                unfit("date", "\"12026-01-01\"", "'12026-01-01'"),
                unfit("time", "\"900:00:00\"", "900:00:00"),
                unfit("timestamp null", "\"1950-01-01\"", "'1950-01-01'", "between 1970"),
                unfit("timestamp null", "\"2200-01-01\"", "'2200-01-01'"),
                unfit("varchar(3)", "\"abcd\"", "'abcd'", "3 characters"),
                unfit("text", "\"a\\ud800\"", "'a\\ud800'", "half of a character"),
                unfit("json", "{\"x\":\"\\udc00\"}", "half of a character"),
                unfit("uuid", "\"x\"", "'x'", "a UUID"),
                unfit("inet4", "\"10.0.0.999\"", "10.0.0.999"),
                unfit("binary(2)", "\"AAEC\"", "at most 2 bytes"),
                unfit("varbinary(2)", "\"AAEC\"", "'v'"));
    }

    @Override
    List<Key> keys() {
        return List.of(
                new Key("binary(16)", "\"AAECAwQFBgcICQoLDA0ODw==\"", "\"AAECAwQFBgcICQoLDA0ODw==\""),
                new Key("binary(4)", "\"AAEC\"", "\"AAECAA==\""),
                new Key("uuid", "\"6E0D1F0A-0000-4000-8000-00000000000A\"", "\"6e0d1f0a00004000800000000000000a\""),
                new Key("char(5)", "\"AB\"", "\"AB  \""),
                new Key("enum('a','Good')", "\"Good\"", "\"good\""),
                new Key("decimal(5,2)", "1.50", "\"1.5\""),
                new Key("date", "\"2026-01-01\"", "\"2026-01-01T00:00:00\""),
                new Key("timestamp", "\"2026-01-01T10:00:00Z\"", "\"2026-01-01 11:00:00\""),
                new Key("time", "\"25:10:00\"", "\"25:10\""),
                new Key("inet6", "\"::1\"", "\"0::1\""),
                new Key("year", "2024", "24"),
                new Key("bit(8)", "5", "\"00000101\""));
    }
}
