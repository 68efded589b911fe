package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.deliver.ToldDatabase.Column;
import dev.syncline.judge.Verdict;
import dev.syncline.sql.SqlErrors;
import dev.syncline.sql.SqlServerDialect;
import dev.syncline.sql.SqlWriting;
import dev.syncline.value.ColumnKind;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No SQL Server can be started here: what is shown is what it is sent, to the letter, and what is made of its answers. */
class SqlServerWriteTest {
    private static final String MAPPING =
            """
            table: dbo.CRONUS$Purchase Header
            key: {number: No_}
            version: timestamp
            columns: {status: Status, at: Changed At}
            insertOnly: {vendor: Vendor No_}
            before: {lines: {table: Item, key: {item: ItemNo}}}
            children: {lines: {table: Line, parent: {number: DocumentNo}, key: {line: LineNo}, columns: {quantity: Quantity}}}
            """;

    private static final String ROW =
            "select [No_], [Status], [Changed At], [timestamp] from [dbo].[CRONUS$Purchase Header] with (updlock, rowlock,"
                    + " holdlock) where [No_] = ? [PO-1]";
    private static final String LINES =
            "select [DocumentNo], [LineNo], [Quantity] from [Line] with (updlock, rowlock) where [DocumentNo] = ? [PO-1]";
    private static final String CONTENT =
            "{\"number\":\"PO-1\",\"status\":\"OPEN\",\"at\":null,\"vendor\":\"V-1\",\"lines\":[{\"line\":1,\"item\":\"I-1\",\"quantity\":1.005}]}";

    private final ToldDatabase server = new ToldDatabase(
            "Microsoft SQL Server",
            Map.of(
                    "No_", new Column(Types.NVARCHAR, "nvarchar", 20, 0),
                    "Status", new Column(Types.NVARCHAR, "nvarchar", 30, 0),
                    "Changed At", new Column(Types.TIMESTAMP, "datetime", 23, 3),
                    "timestamp", new Column(Types.BINARY, "timestamp", 8, 0),
                    "Vendor No_", new Column(Types.VARCHAR, "varchar", 20, 0),
                    "ItemNo", new Column(Types.NVARCHAR, "nvarchar", 20, 0),
                    "DocumentNo", new Column(Types.NVARCHAR, "nvarchar", 20, 0),
                    "LineNo", new Column(Types.INTEGER, "int", 10, 0),
                    "Quantity", new Column(Types.DECIMAL, "decimal", 10, 2)));
    private final SqlTarget target = new SqlTarget(server.source(), MAPPING, "number");

    @Test
    void createsARowWithItsChildren() throws SQLException {
        server.answers("select [timestamp]", new byte[] {0, 0, 0, 0, 0, 0, 1, 2});
        Answer answer =
                new SqlTarget(server.source(), MAPPING.replaceAll("before: .*\n", ""), "number").write("PO-1", CONTENT);
        assertEquals(new Answer(Result.CREATED, "258", null), answer);
        assertEquals(
                List.of(
                        ROW,
                        LINES,
                        "insert into [dbo].[CRONUS$Purchase Header] ([No_], [Status], [Changed At], [Vendor No_])"
                                + " values (?, ?, ?, ?) [PO-1, OPEN, null of type 93, V-1]",
                        "insert into [Line] ([DocumentNo], [LineNo], [Quantity]) values (?, ?, ?) [PO-1, 1, 1.01]",
                        "select [timestamp] from [dbo].[CRONUS$Purchase Header] where [No_] = ? [PO-1]",
                        "[commit]",
                        "[rollback]"),
                server.sent);
    }

    @Test
    void updatesWhatDiffers() throws SQLException {
        server.answers("select [No_]", "PO-1", "NEW", null, new byte[] {0, 0, 0, 0, 0, 0, 0, 7})
                .answers("select [DocumentNo]", "PO-1", new BigDecimal(1), new BigDecimal("1.00"))
                .answers("select [ItemNo]", "I-1")
                .answers("select [timestamp]", new byte[] {0, 0, 0, 0, 0, 0, 0, 9});
        Answer answer = target.write(Verdict.UPSERT, "PO-1", CONTENT, null, "7", null);
        assertEquals(new Answer(Result.UPDATED, "9", null), answer);
        assertEquals(
                List.of(
                        ROW,
                        LINES,
                        "select [ItemNo] from [Item] where ([ItemNo] = ?) [I-1]",
                        "update [dbo].[CRONUS$Purchase Header] set [Status] = ? where [No_] = ? [OPEN, PO-1]",
                        "update [Line] set [Quantity] = ? where [DocumentNo] = ? and [LineNo] = ? [1.01, PO-1, 1]",
                        "select [timestamp] from [dbo].[CRONUS$Purchase Header] where [No_] = ? [PO-1]",
                        "[commit]",
                        "[rollback]"),
                server.sent);
        assertEquals(
                Result.HELD,
                target.write(Verdict.UPSERT, "PO-1", CONTENT, null, "6", null).result());
    }

    @Test
    void datetimeIsComparedAsPreciselyAsItIs() throws SQLException {
        server.answers("select [No_]", "PO-1", "OPEN", LocalDateTime.parse("2026-01-01T10:00:00.123"), new byte[8]);
        String content = "{\"number\":\"PO-1\",\"at\":\"2026-01-01T10:00:00.1249\"}";
        assertEquals(Result.UNCHANGED, target.write("PO-1", content).result());
        server.answers("select [timestamp]", (Object) new byte[8]);
        assertEquals(
                Result.UPDATED,
                target.write("PO-1", content.replace(".1249", ".129")).result());
    }

    @Test
    void whatGaveWayGoesAgainAndWhatIsRefusedDoesNot() throws SQLException {
        server.answers("select [timestamp]", (Object) new byte[8])
                .fails("insert into [dbo]", new SQLException("deadlock victim", "40001", 1205));
        String content = "{\"number\":\"PO-1\"}";
        assertEquals(Result.CREATED, target.write("PO-1", content).result());
        server.fails("insert into [dbo]", new SQLException("String or binary data would be truncated", "S0001", 2628));
        assertEquals(Result.REFUSED, target.write("PO-1", content).result());
        server.fails("insert into [dbo]", new SQLException("The FOREIGN KEY constraint", "23000", 547));
        assertTrue(target.write("PO-1", content).canHeal());
        server.fails("insert into [dbo]", new SQLException("The period is closed", "S0001", 50_001));
        assertEquals(Result.REFUSED, target.write("PO-1", content).result());
    }

    @Test
    void tellsARecordsFaultFromOthers() {
        SqlErrors errors = SqlServerDialect.INSTANCE.errors();
        for (int code : new int[] {1205, 1222, 3906, 9002, 40613}) {
            assertTrue(errors.isBeyondRecord(new SQLException("more than a record", "S0001", code)), "" + code);
        }
        assertTrue(errors.isBeyondRecord(new SQLException("Connection reset", "08S01", 0)));
        assertTrue(errors.isBeyondRecord(new SQLException("The query has timed out", "HYT00", 0)));
        for (int code : new int[] {207, 208, 229, 230, 515, 547, 1946, 3609, 3930, 8115, 8152, 33504, 50_000, 60_001}) {
            assertFalse(errors.isBeyondRecord(new SQLException("a record", "S0001", code)), "" + code);
        }
        assertTrue(errors.isOfStatement(new SQLException("The UPDATE permission was denied", "S0005", 229)));
        assertFalse(errors.isOfStatement(new SQLException("block predicate", "S0001", 33504)));
        assertTrue(errors.clashes(new SQLException("Violation of PRIMARY KEY", "23000", 2627)));
        assertFalse(errors.lacksOther(new SQLException("The CHECK constraint", "23000", 547)));
    }

    @Test
    void knowsItsTypes() throws SQLException {
        SqlWriting dialect = SqlServerDialect.INSTANCE.writing(null);
        assertEquals(ColumnKind.ROW_VERSION, dialect.kind(Types.BINARY, "timestamp"));
        assertEquals(ColumnKind.UUID, dialect.kind(Types.CHAR, "uniqueidentifier"));
        assertEquals(ColumnKind.MOMENT, dialect.kind(-155, "datetimeoffset"));
        assertEquals(ColumnKind.LOCAL, dialect.kind(Types.TIMESTAMP, "datetime2"));
        assertEquals(ColumnKind.DECIMAL, dialect.kind(Types.DECIMAL, "money"));
        assertEquals(ColumnKind.BOOLEAN, dialect.kind(Types.BIT, "bit"));
        assertEquals("[a]]b]", dialect.quoted("a]b"));
    }
}
