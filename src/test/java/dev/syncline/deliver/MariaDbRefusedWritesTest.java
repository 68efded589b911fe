package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.sql.MariaDbDialect;
import dev.syncline.support.PlainMariaDb;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MariaDbRefusedWritesTest {
    private static final String MAPPING = "{table: papers, key: {no: no}, columns: {text: text, total: total}}";

    private SqlTarget target;

    @BeforeEach
    void makeTable() throws SQLException {
        target = new SqlTarget(PlainMariaDb.source(), MAPPING, "no");
        target.execute(
                "drop table if exists papers",
                "create table papers (no varchar(20) primary key, text longtext, total decimal(12, 2))");
    }

    @AfterEach
    void restore() throws SQLException {
        if (target != null) {
            target.execute("set global max_allowed_packet = 67108864");
        }
    }

    private static String paper(String no, String text, int total) {
        return "{\"no\":\"%s\",\"text\":\"%s\",\"total\":%d}".formatted(no, text, total);
    }

    private static List<Result> results(List<Answer> answers) {
        return answers.stream().map(Answer::result).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"45000", "99001", "ZZ999", "HY000", "42000", "08S01", "22001"})
    void aTriggersStateIsOfItsRecord(String state) throws SQLException {
        target.execute("create trigger speak before insert on papers for each row begin if new.text = 'odd' then"
                + " signal sqlstate '" + state + "' set message_text = 'not this one'; end if; end");
        List<Answer> answers = target.batch(paper("1", "a", 1), paper("2", "odd", 2), paper("3", "c", 3));
        assertEquals(List.of(Result.CREATED, Result.REFUSED, Result.CREATED), results(answers));
        assertTrue(
                answers.get(1).reason().contains("not this one"), answers.get(1).reason());
        assertEquals(List.of("1", "3"), target.rows("select no from papers order by 1"));
    }

    @Test
    void aValueThatTheServerHangsUpOnFailsItsRecordAlone() throws SQLException {
        target.execute("set global max_allowed_packet = 1048576");
        SqlTarget small = new SqlTarget(
                SqlTarget.as(() -> DriverManager.getConnection(PlainMariaDb.url(), "root", "")), MAPPING, "no");
        List<Answer> answers = small.batch(paper("1", "a", 1), paper("2", "x".repeat(2 << 20), 2), paper("3", "c", 3));
        assertEquals(List.of(Result.CREATED, Result.REFUSED, Result.CREATED), results(answers));
        String reason = answers.get(1).reason();
        // The server hangs up while the driver writes: which of the two speaks first is chance.
        assertTrue(reason.contains("max_allowed_packet") || reason.contains("broke off 10 times"), reason);
    }

    /** The server of these tests knows no rights. */
    @Test
    void aMissingRightIsOfTheStatementAndHeals() {
        for (int code : new int[] {1044, 1142, 1143, 1227, 1288, 1370}) {
            SQLException denied = new SQLException("command denied", "42000", code);
            assertFalse(MariaDbDialect.INSTANCE.errors().isBeyondRecord(denied), "" + code);
            assertTrue(MariaDbDialect.INSTANCE.errors().isOfStatement(denied), "" + code);
        }
    }

    @Test
    void whatConcernsTheServerIsMoreThanARecord() {
        for (int code : new int[] {1021, 1040, 1114, 1205, 1213, 1290, 1836, 1927, 1969}) {
            assertTrue(
                    MariaDbDialect.INSTANCE.errors().isBeyondRecord(new SQLException("no", "HY000", code)), "" + code);
        }
        assertTrue(MariaDbDialect.INSTANCE.errors().isBeyondRecord(new SQLException("lost", "08S01", 1158)));
        assertTrue(MariaDbDialect.INSTANCE.errors().clashes(new SQLException("deadlock", "40001", 1213)));
    }
}
