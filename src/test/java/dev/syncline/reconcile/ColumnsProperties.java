package dev.syncline.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.deliver.Answer.Result;
import dev.syncline.deliver.HeldValues;
import dev.syncline.deliver.SqlTarget;
import dev.syncline.deliver.ToldDatabase;
import dev.syncline.page.ReadContent;
import dev.syncline.sql.SqlServerDialect;
import dev.syncline.support.PlainMariaDb;
import dev.syncline.support.PlainPostgres;
import dev.syncline.value.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import javax.sql.DataSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeProperty;

/**
 * A reconciliation takes for the same what the writer takes for the same, in every column of every database: a record that
 * was just delivered is no difference, and what the writer would change is one.
 */
class ColumnsProperties {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String MAPPING = "{table: %s, key: {id: id}, columns: {v: v}}";
    private static final String SQL_SERVER = "Microsoft SQL Server";

    /** What values a column gets: two that may well be the same one to it. */
    private enum Values {
        NUMBER(ColumnsProperties::number),
        WHOLE(random -> random.nextBoolean() ? "" + (random.nextInt(7) - 3) : random.nextBoolean() ? "1.0" : "true"),
        FLAG(random ->
                List.of("true", "false", "1", "0", "\"true\"", "\"0\"", "1.0").get(random.nextInt(7))),
        TEXT(random -> List.of("\"a\"", "\"a \"", "\"a  \"", "\"A\"", "\"\"", "\" \"", "\"a\\t\"", "5", "5.0", "\"5\"")
                .get(random.nextInt(10))),
        MOMENT(ColumnsProperties::moment),
        DATE(random -> random.nextBoolean() ? quoted("2026-03-29") : moment(random)),
        TIME(random -> quoted(LocalTime.of(10, 15, random.nextInt(2)).plusNanos(nanos(random)) + "")),
        SPAN(random -> quoted(
                (random.nextBoolean() ? "-" : "") + "25:10:00." + String.format(Locale.ROOT, "%09d", nanos(random)))),
        BITS(random -> List.of("5", "\"101\"", "\"0101\"", "\"00000101\"", "4", "\"1\"", "1", "true")
                .get(random.nextInt(8)));

        private final Function<Random, String> json;

        Values(Function<Random, String> json) {
            this.json = json;
        }
    }

    private record Column(String type, Values values) {}

    private static final List<Column> POSTGRES = List.of(
            new Column("numeric(10,2)", Values.NUMBER),
            new Column("numeric(12,4)", Values.NUMBER),
            new Column("numeric", Values.NUMBER),
            new Column("money", Values.NUMBER),
            new Column("real", Values.NUMBER),
            new Column("double precision", Values.NUMBER),
            new Column("integer", Values.WHOLE),
            new Column("boolean", Values.FLAG),
            new Column("bit(8)", Values.BITS),
            new Column("char(5)", Values.TEXT),
            new Column("varchar(5)", Values.TEXT),
            new Column("date", Values.DATE),
            new Column("time(0)", Values.TIME),
            new Column("time", Values.TIME),
            new Column("timestamp(0)", Values.MOMENT),
            new Column("timestamp(3)", Values.MOMENT),
            new Column("timestamp", Values.MOMENT),
            new Column("timestamptz(0)", Values.MOMENT),
            new Column("timestamptz", Values.MOMENT),
            new Column("interval", Values.SPAN));

    private static final List<Column> MARIADB = List.of(
            new Column("decimal(10,2)", Values.NUMBER),
            new Column("decimal(12,4)", Values.NUMBER),
            new Column("float", Values.NUMBER),
            new Column("float(9,2)", Values.NUMBER),
            new Column("double", Values.NUMBER),
            new Column("int", Values.WHOLE),
            new Column("boolean", Values.FLAG),
            new Column("bit(8)", Values.BITS),
            new Column("char(5)", Values.TEXT),
            new Column("varchar(5)", Values.TEXT),
            new Column("date", Values.DATE),
            new Column("time", Values.SPAN),
            new Column("time(3)", Values.SPAN),
            new Column("datetime", Values.MOMENT),
            new Column("datetime(3)", Values.MOMENT),
            new Column("datetime(6)", Values.MOMENT),
            new Column("timestamp null", Values.MOMENT),
            new Column("timestamp(6) null", Values.MOMENT));

    @Property(seed = "13", tries = 15, shrinking = ShrinkingMode.OFF)
    void postgresColumns(@ForAll long seed) throws SQLException {
        agree(PlainPostgres.source(), POSTGRES, new Random(seed));
    }

    @Group
    class OfMariaDb {
        /** Skipped, and not failed, where it does not start. */
        @BeforeProperty
        void start() throws SQLException {
            PlainMariaDb.source();
        }

        @Property(seed = "13", tries = 15, shrinking = ShrinkingMode.OFF)
        void columns(@ForAll long seed) throws SQLException {
            agree(PlainMariaDb.source(), MARIADB, new Random(seed));
        }
    }

    private static void agree(DataSource source, List<Column> columns, Random random) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String table = "same_" + i;
            SqlTarget target = new SqlTarget(source, mapping(table), "id");
            target.execute(
                    "create table if not exists " + table + " (id integer primary key, v " + column.type() + ")",
                    "delete from " + table);
            String first = column.values().json.apply(random);
            if (target.write("1", record(first)).result() != Result.CREATED) {
                continue; // no value of such a column
            }
            assertEquals(
                    List.of(),
                    differences(target, first, ReadContent.of(source, table)),
                    column.type() + " was just written: " + first);
            String second = column.values().json.apply(random);
            String held = ReadContent.of(source, table);
            boolean isSame = differences(target, second, held).isEmpty();
            Result result = target.write("1", record(second)).result();
            String told = column.type() + " holds " + first + ", asked for " + second;
            assertEquals(result == Result.UNCHANGED, isSame, told);
            if (result == Result.UPDATED) {
                assertEquals(List.of(), differences(target, second, ReadContent.of(source, table)), told);
                assertEquals(Result.UNCHANGED, target.write("1", record(second)).result(), told);
            }
        }
    }

    /** No SQL Server can be started here; it holds what its documentation says. */
    private record Documented(
            int jdbcType, String type, int precision, int scale, Values values, Function<JsonNode, Object> held) {}

    private static final List<Documented> DOCUMENTED = List.of(
            new Documented(Types.DECIMAL, "decimal", 10, 2, Values.NUMBER, json -> decimal(json, 2)),
            new Documented(Types.DECIMAL, "money", 19, 4, Values.NUMBER, json -> decimal(json, 4)),
            new Documented(Types.DECIMAL, "smallmoney", 10, 4, Values.NUMBER, json -> decimal(json, 4)),
            new Documented(
                    Types.INTEGER,
                    "int",
                    10,
                    0,
                    Values.WHOLE,
                    json -> json.isBoolean() ? BigDecimal.ONE : new BigDecimal(json.intValue())),
            new Documented(
                    Types.CHAR, "char", 5, 0, Values.TEXT, json -> String.format(Locale.ROOT, "%-5s", text(json))),
            new Documented(
                    Types.NCHAR, "nchar", 5, 0, Values.TEXT, json -> String.format(Locale.ROOT, "%-5s", text(json))),
            new Documented(Types.NVARCHAR, "nvarchar", 5, 0, Values.TEXT, ColumnsProperties::text),
            new Documented(Types.TIMESTAMP, "smalldatetime", 16, 0, Values.MOMENT, json -> minute(local(json))),
            new Documented(Types.TIMESTAMP, "datetime", 23, 3, Values.MOMENT, json -> datetime(local(json))),
            new Documented(Types.TIMESTAMP, "datetime2", 19, 0, Values.MOMENT, json -> rounded(local(json), 0)),
            new Documented(Types.TIMESTAMP, "datetime2", 23, 3, Values.MOMENT, json -> rounded(local(json), 3)),
            new Documented(Types.TIMESTAMP, "datetime2", 27, 7, Values.MOMENT, json -> rounded(local(json), 7)),
            new Documented(-155, "datetimeoffset", 30, 3, Values.MOMENT, json -> rounded(
                            LocalDateTime.ofInstant(instant(json), ZoneOffset.UTC), 3)
                    .atOffset(ZoneOffset.UTC)));

    @Property(seed = "13", tries = 200, shrinking = ShrinkingMode.OFF)
    void sqlServerColumns(@ForAll long seed) throws SQLException {
        Random random = new Random(seed);
        for (Documented column : DOCUMENTED) {
            String first = column.values().json.apply(random);
            String second = column.values().json.apply(random);
            Object held = column.held().apply(json(first));
            Object next = column.held().apply(json(second));
            String content =
                    ReadContent.of(SqlServerDialect.INSTANCE.reading(), row(held), column.jdbcType(), column.type());
            String told = column.type() + "(" + column.scale() + ") holds " + held + " of " + first + ", asked for "
                    + second + ", which would be " + next;
            ToldDatabase server = new ToldDatabase(
                            SQL_SERVER,
                            Map.of(
                                    "id", new ToldDatabase.Column(Types.INTEGER, "int", 10, 0),
                                    "v",
                                            new ToldDatabase.Column(
                                                    column.jdbcType(),
                                                    column.type(),
                                                    column.precision(),
                                                    column.scale())))
                    .answers("select [id]", BigDecimal.ONE, held);
            SqlTarget target = new SqlTarget(server.source(), mapping("one_value"), "id");
            assertEquals(Result.UNCHANGED, target.write("1", record(first)).result(), told);
            assertEquals(List.of(), differences(target, first, content), told);
            boolean isSame = held instanceof String text && column.type().endsWith("char")
                    ? stripped(column.type(), text).equals(stripped(column.type(), (String) next))
                    : held.equals(next);
            assertEquals(isSame, target.write("1", record(second)).result() == Result.UNCHANGED, told);
            assertEquals(isSame, differences(target, second, content).isEmpty(), told);
        }
    }

    private static String stripped(String type, String text) {
        return type.equals("nvarchar") ? text : text.replaceAll(" +$", "");
    }

    /** As the writer makes text of a number: without zeros at its end. */
    private static String text(JsonNode json) {
        return json.isNumber() ? json.decimalValue().stripTrailingZeros().toPlainString() : json.asText();
    }

    private static BigDecimal decimal(JsonNode json, int scale) {
        return json.decimalValue().setScale(scale, RoundingMode.HALF_UP);
    }

    /** Documented: "rounded to increments of .000, .003, or .007 seconds". */
    private static LocalDateTime datetime(LocalDateTime time) {
        long best = 0;
        for (long tick = 1; tick <= 300; tick++) {
            if (Math.abs(time.getNano() * 3L - tick * 10_000_000)
                    <= Math.abs(time.getNano() * 3L - best * 10_000_000)) {
                best = tick;
            }
        }
        return time.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMillis(Math.round(best / 0.3)));
    }

    /** Documented: 29.998 seconds or less are rounded down, 29.999 or more up. */
    private static LocalDateTime minute(LocalDateTime time) {
        LocalDateTime minute = time.truncatedTo(ChronoUnit.MINUTES);
        return Duration.between(minute, time).compareTo(Duration.ofSeconds(30)) < 0 ? minute : minute.plusMinutes(1);
    }

    private static LocalDateTime rounded(LocalDateTime time, int digits) {
        long unit = BigDecimal.TEN.pow(9 - digits).longValue();
        return time.withNano(0).plusNanos((time.getNano() + unit / 2) / unit * unit);
    }

    private static Instant instant(JsonNode json) {
        String text = json.textValue();
        return text.endsWith("Z") || text.contains("+")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text.replace(' ', 'T')).atZone(ZONE).toInstant();
    }

    private static LocalDateTime local(JsonNode json) {
        return LocalDateTime.ofInstant(instant(json), ZONE);
    }

    private static List<FieldDifference> differences(SqlTarget target, String json, String held) {
        try (HeldValues columns = target.held()) {
            ObjectNode there = (ObjectNode) json(held);
            return new SameContent(List.of(), columns).differences(json("{\"v\":" + json + "}"), there);
        }
    }

    private static String mapping(String table) {
        return String.format(Locale.ROOT, MAPPING, table);
    }

    private static String record(String json) {
        return "{\"id\":1,\"v\":" + json + "}";
    }

    private static JsonNode json(String text) {
        try {
            return JsonText.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(Random random) {
        BigDecimal number = new BigDecimal("12.3")
                .add(BigDecimal.valueOf(random.nextInt(3) - 1, 1 + random.nextInt(5)))
                .setScale(6, RoundingMode.HALF_UP);
        return random.nextBoolean()
                ? number.toPlainString()
                : number.stripTrailingZeros().toPlainString();
    }

    /** One of a few moments close to each other, in one of the ways to write it. */
    private static String moment(Random random) {
        LocalDateTime local = LocalDateTime.of(2026, 3, 28, 23, 59, random.nextBoolean() ? 30 : 59)
                .plusNanos(nanos(random));
        return switch (random.nextInt(4)) {
            case 0 -> quoted(local.toString());
            case 1 -> quoted(local.toString().replace('T', ' '));
            case 2 -> quoted(local.atZone(ZONE).toInstant().toString());
            default ->
                quoted(local.atZone(ZONE)
                        .toOffsetDateTime()
                        .withOffsetSameInstant(ZoneOffset.ofHours(5))
                        .toString());
        };
    }

    /** A fraction of a second that is cut off and rounded in different ways. */
    private static int nanos(Random random) {
        return List.of(
                        0,
                        1,
                        400_000_000,
                        499_999_999,
                        500_000_000,
                        123_000_000,
                        123_400_000,
                        123_456_000,
                        123_456_500,
                        123_456_789,
                        125_000_000,
                        999_999_999,
                        996_000_000)
                .get(random.nextInt(13));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** A row of one column, as SQL Server's driver gives it. */
    private static ResultSet row(Object value) {
        return (ResultSet) Proxy.newProxyInstance(
                ColumnsProperties.class.getClassLoader(),
                new Class<?>[] {ResultSet.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getLong" -> ((Number) value).longValue();
                    case "wasNull" -> false;
                    default -> value;
                });
    }
}
