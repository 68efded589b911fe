package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.deliver.ToldDatabase.Column;
import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import dev.syncline.record.RecordStatus;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of failures that are neither the record's nor an outage. */
class SqlAnswersTest {
    private final ToldDatabase server = new ToldDatabase(
            "Microsoft SQL Server",
            Map.of(
                    "No", new Column(Types.VARCHAR, "varchar", 20, 0),
                    "Version", new Column(Types.INTEGER, "int", 10, 0),
                    "Text", new Column(Types.VARCHAR, "varchar", 20, 0)));
    private final SqlTarget target = new SqlTarget(
            server.source(), "{table: Papers, key: {no: No}, version: Version, columns: {text: Text}}", "no");

    @Test
    void anErrorOfTheDriverIsNoOutageWhileTheConnectionWorks() throws SQLException {
        server.fails("insert into", new SQLException("Type java.lang.String not supported type"));
        Answer answer = target.write("1", "{\"no\":\"1\"}");
        assertEquals(Result.REFUSED, answer.result());
        assertTrue(answer.reason().contains("not supported type"), answer.reason());
    }

    @Test
    void aConnectionThatDoesNotAnswerIsAnOutage() {
        server.breaks();
        for (String state : new String[] {null, "08S01"}) {
            server.fails("insert into", new SQLException("no answer", state));
            assertThrows(SQLException.class, () -> target.write("1", "{\"no\":\"1\"}"));
        }
    }

    @Test
    void whatTheHubDoesNotTellIsNoRecordsFault() throws SQLException {
        server.answers("select [No]", "1", "old", new BigDecimal(2));
        Judged record = SqlTarget.record(
                Verdict.UPSERT, "1", "{\"no\":\"1\",\"text\":\"new\"}", null, "1", RecordStatus.SUCCESS);
        try (SqlSession session = new SqlSession(server.source().getConnection())) {
            SqlContent tables = SqlContent.open(session, target.mapping(), ZoneOffset.UTC);
            SqlGuard guard = new SqlGuard(tables, any -> {
                throw new HubFailed(new IllegalStateException("The hub database does not answer"));
            });
            SqlAnswers answers = new SqlAnswers(
                    session, new SqlDelivery(session, tables, guard, List.of("no")), new TargetAccepted());
            HubFailed failure = assertThrows(
                    HubFailed.class, () -> answers.answer(record, new SqlProgress(List.of(new Delivery(record)))));
            assertEquals("The hub database does not answer", failure.getMessage());
        }
    }

    @Test
    void aRunIsHopelessOnlyWhenNothingGotThrough() {
        TargetAccepted denied = new TargetAccepted();
        for (int i = 0; i < 99; i++) {
            denied.denied();
        }
        assertFalse(denied.isHopeless(), "they may be few");
        denied.denied();
        assertTrue(denied.isHopeless());
        denied.reached();
        assertFalse(denied.isHopeless(), "one got through");
    }
}
