package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sql.SqlReading;
import dev.syncline.sql.SqlServerDialect;
import dev.syncline.sql.SqlTypes;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No SQL Server can be started here: what is shown is the SQL that it is sent, to the letter. */
class SqlServerStatementTest {
    private static final String FROM = "from (select * from t) q";
    private static final String NO = "cast(cast(q.[no] as nvarchar(4000)) as varbinary(8000))";
    private static final String MARK = "cast(cast(? as nvarchar(4000)) as varbinary(8000))";

    @Test
    void ordersByChangedAtAndTheBytesOfTheKey() {
        SqlStatement sql = by(List.of("no"), "at", "datetime2");
        assertEquals("select q.* " + FROM + " order by q.[at], " + NO, sql.rows());
        assertEquals("select count(*) " + FROM, sql.count());
    }

    /** A sub-select there does not begin with it. */
    @Test
    void putsAWithBeforeTheStatement() {
        SqlQuery query = new SqlQuery(
                "r",
                "with x as (select * from t) select * from x;",
                List.of("no"),
                "",
                "",
                List.of(),
                ZoneId.of("UTC"));
        SqlStatement sql = new SqlStatement(query, shape(List.of("no"), "", ""));
        assertEquals("with x as (select * from t) select q.* from (select * from x) q order by " + NO, sql.rows());
        assertEquals("with x as (select * from t) select count(*) from (select * from x) q", sql.count());
        assertEquals(
                "with x as (select * from t) select top (5) q.[no] from (select * from x) q group by q.[no], " + NO
                        + " having count(*) > 1",
                sql.duplicates(5));
    }

    @Test
    void quotesWhatIsInBrackets() {
        assertEquals("[a]]b \"c\"]", SqlServerDialect.INSTANCE.quoted("a]b \"c\""));
    }

    @Test
    void narrowsToAWindow() {
        Window window = new Window(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), null, true);
        assertEquals(
                "select q.* " + FROM + " where (q.[at] >= cast(? as datetime) or q.[at] is null)"
                        + " and (q.[at] < cast(? as datetime) or q.[at] is null) order by q.[at], q.[line]",
                by(List.of("line"), "at", "datetime").in(window).rows());
        Window versions = new Window(null, null, 7L, true);
        assertEquals(
                "select q.* " + FROM + " where (q.[at] >= cast(cast(? as bigint) as binary(8)) or q.[at] is null)"
                        + " order by q.[at], q.[line]",
                by(List.of("line"), "at", "timestamp").in(versions).rows());
    }

    @Test
    void continuesColumnByColumnFromWhereAnIndexCanBegin() {
        assertEquals(
                "select q.* " + FROM + " where q.[at] >= ? and (q.[at] > ? or q.[at] = ? and " + NO + " > " + MARK
                        + " or q.[at] = ? and " + NO + " = " + MARK + " and q.[line] > ?) order by q.[at], " + NO
                        + ", q.[line]",
                by(List.of("no", "line"), "at", "datetime2")
                        .after(new SqlCursor(List.of("2026-01-01T00:00", "a", "1")))
                        .rows());
    }

    /** Nulls stand first there: behind one is all that is something. */
    @Test
    void continuesBehindNulls() {
        assertEquals(
                "select q.* " + FROM + " where (q.[at] is not null or q.[at] is null and q.[line] > ?)"
                        + " order by q.[at], q.[line]",
                by(List.of("line"), "at", "datetime2")
                        .after(new SqlCursor(Arrays.asList(null, "1")))
                        .rows());
    }

    @Test
    void asksForKeys() {
        assertEquals(
                "select q.* " + FROM + " where q.[no] in (?, ?) order by " + NO,
                by(List.of("no"), "", "").only(List.of("a", "b")).rows());
        assertEquals(
                "select q.* " + FROM + " where (q.[no] = ? and q.[line] = ? or q.[no] = ? and q.[line] = ?) order by "
                        + NO + ", q.[line]",
                by(List.of("no", "line"), "", "")
                        .only(List.of("a|1", "b|2", "c|none"))
                        .rows());
        List<String> many =
                IntStream.rangeClosed(1, 11).mapToObj(line -> "a|" + line).toList();
        assertEquals(
                "select q.* " + FROM + " where q.[no] in (?) and exists (select 1 from openjson(?) with"
                        + " (k0 nvarchar(4000) '$[0]', k1 nvarchar(4000) '$[1]') k where " + NO
                        + " = cast(cast(k.k0 as nvarchar(4000)) as varbinary(8000))"
                        + " and q.[line] = try_cast(k.k1 as int)) order by " + NO + ", q.[line]",
                by(List.of("no", "line"), "", "").only(many).rows());
    }

    @Test
    void asksForSharedKeys() {
        assertEquals(
                "select top (5) q.[no], q.[line] " + FROM + " group by q.[no], " + NO
                        + ", q.[line] having count(*) > 1",
                by(List.of("no", "line"), "", "").duplicates(5));
    }

    @Test
    void knowsItsTypes() {
        SqlReading dialect = SqlServerDialect.INSTANCE.reading();
        assertEquals(SqlTypes.ROW_VERSION, dialect.type(Types.BINARY, "timestamp"));
        assertEquals(SqlTypes.UUID, dialect.type(Types.CHAR, "uniqueidentifier"));
        assertEquals(Types.TIMESTAMP_WITH_TIMEZONE, dialect.type(-155, "datetimeoffset"));
        assertEquals(Types.TIMESTAMP, dialect.type(Types.TIMESTAMP, "datetime"));
        assertEquals(Types.DECIMAL, dialect.type(Types.DECIMAL, "money"));
        assertEquals(7L, dialect.value(SqlTypes.ROW_VERSION, "7"));
        assertEquals(
                Instant.EPOCH.atOffset(java.time.ZoneOffset.UTC),
                dialect.value(Types.TIMESTAMP_WITH_TIMEZONE, "1970-01-01T00:00:00Z"));
    }

    /** Types of the server's own are read as the text that it makes of them. */
    @Test
    void readsItsOwnTypesBesideTheColumns() {
        SqlReading dialect = SqlServerDialect.INSTANCE.reading();
        for (String type : List.of("hierarchyid", "geometry", "geography")) {
            assertEquals(Types.NVARCHAR, dialect.type(Types.VARBINARY, type));
            assertEquals("q.[a].ToString()", dialect.readAs("q.[a]", type));
        }
        assertEquals(
                "select q.*, q.[at].ToString() " + FROM + " order by " + NO,
                by(List.of("no"), "", "hierarchyid").rows());
        assertEquals("cast(? as hierarchyid)", dialect.mark("hierarchyid"));
        assertEquals(SqlTypes.PADDED, dialect.type(Types.NCHAR, "nchar"));
        assertEquals(SqlTypes.SINGLE, dialect.type(Types.REAL, "real"));
        assertEquals((double) 0.1f, dialect.value(SqlTypes.SINGLE, "0.1"));
        assertEquals("cast(? as real)", dialect.mark("real"));
    }

    @Test
    void tellsARefusedStatementFromALostConnection() {
        assertTrue(SqlServerDialect.INSTANCE.errors().refuses(new SQLException("Invalid object name", "S0002", 208)));
        assertFalse(SqlServerDialect.INSTANCE.errors().refuses(new SQLException("Connection reset", "08S01", 0)));
    }

    /** The table {@code t}: no nvarchar, line int, at of that type. */
    private static SqlStatement by(List<String> key, String changedAt, String type) {
        return new SqlStatement(
                new SqlQuery("r", "select * from t", key, changedAt, "", List.of(), ZoneId.of("UTC")),
                shape(key, changedAt, type));
    }

    private static SqlShape shape(List<String> key, String changedAt, String type) {
        List<String> labels = List.of("no", "line", "at");
        List<String> names = List.of("nvarchar", "int", type.isEmpty() ? "datetime2" : type);
        SqlReading dialect = SqlServerDialect.INSTANCE.reading();
        int at = labels.indexOf(changedAt);
        return new SqlShape(
                dialect,
                labels,
                new int[] {Types.NVARCHAR, Types.INTEGER, dialect.type(Types.TIMESTAMP, names.get(2))},
                names,
                key.stream().mapToInt(labels::indexOf).toArray(),
                at,
                at,
                new boolean[] {true, true, true});
    }
}
