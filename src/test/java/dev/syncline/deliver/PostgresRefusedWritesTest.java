package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import dev.syncline.record.RecordStatus;
import dev.syncline.support.PlainPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a database says of a record refuses that record, whatever its state: the others of the batch arrive. */
class PostgresRefusedWritesTest {
    private static final String MAPPING =
            """
            table: papers
            key: {no: no}
            columns: {text: text, total: total}
            children: {lines: {table: paper_lines, parent: {no: no}, key: {line: line}, columns: {qty: qty}}}
            """;

    private SqlTarget target;

    @BeforeEach
    void makeTables() throws SQLException {
        target = new SqlTarget(PlainPostgres.source(), MAPPING, "no");
        target.execute(
                "drop table if exists paper_lines, papers",
                "create table papers (no text primary key, text text, total numeric(12, 2))",
                "create table paper_lines (no text references papers, line int, qty int, primary key (no, line))",
                "do $$ begin if to_regrole('clerk') is null then create role clerk login password 'clerk'; end if; end $$");
    }

    private static String paper(String no, String text, int total) {
        return "{\"no\":\"%s\",\"text\":\"%s\",\"total\":%d}".formatted(no, text, total);
    }

    private static List<Result> results(List<Answer> answers) {
        return answers.stream().map(Answer::result).toList();
    }

    private List<String> papers() throws SQLException {
        return target.rows("select no, text, total from papers order by no");
    }

    private void trigger(String body) throws SQLException {
        target.execute(
                "create or replace function speak() returns trigger language plpgsql as $$ begin " + body
                        + " return new; end $$",
                "create trigger speak before insert or update on papers for each row execute function speak()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P0001", "45000", "99001", "ZZ999", "AB123", "00001", "08006", "57P01", "XX000", "42501", "42P01",
                "22000", "54000", "55000", "0A000", "38001"
            })
    void aTriggersStateIsOfItsRecord(String state) throws SQLException {
        trigger(
                "if new.text like 'state %' then raise exception 'not this one' using errcode = substr(new.text, 7); end if;");
        List<Answer> answers = target.batch(paper("1", "a", 1), paper("2", "state " + state, 2), paper("3", "c", 3));
        assertEquals(List.of(Result.CREATED, Result.REFUSED, Result.CREATED), results(answers));
        assertTrue(
                answers.get(1).reason().contains("not this one"), answers.get(1).reason());
        assertEquals(List.of("1|a|1.00", "3|c|3.00"), papers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "53100", "57014", "25006"})
    void oneThatAlwaysBreaksOffIsPassedOver(String state) throws SQLException {
        trigger(
                "if new.text like 'state %' then raise exception 'not this one' using errcode = substr(new.text, 7); end if;");
        List<Answer> answers = target.batch(paper("1", "a", 1), paper("2", "state " + state, 2), paper("3", "c", 3));
        assertEquals(List.of(Result.CREATED, Result.REFUSED, Result.CREATED), results(answers));
        assertTrue(answers.get(1).canHeal());
        assertTrue(
                answers.get(1).reason().contains("broke off 10 times"),
                answers.get(1).reason());
    }

    @Test
    void oneThatKillsItsConnectionIsPassedOver() throws SQLException {
        trigger("if new.text = 'die' then perform pg_terminate_backend(pg_backend_pid()); end if;");
        List<Answer> answers = target.batch(paper("1", "a", 1), paper("2", "die", 2), paper("3", "c", 3));
        assertEquals(List.of(Result.CREATED, Result.REFUSED, Result.CREATED), results(answers));
        assertEquals(List.of("1|a|1.00", "3|c|3.00"), papers());
    }

    @Test
    void whereOneAfterTheOtherBreaksOffItIsTheTarget() throws SQLException {
        trigger("raise exception 'no' using errcode = '57014';");
        assertThrows(SQLException.class, () -> target.batch(paper("1", "a", 1), paper("2", "b", 2)));
    }

    @Test
    void anIndexRowThatIsTooLargeIsItsRecords() throws SQLException {
        target.execute("create index on papers (text)");
        String large = new Random(1)
                .ints(9_000, 'a', 'z')
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
        List<Answer> answers = target.batch(paper("1", large, 1), paper("2", "b", 2));
        assertEquals(List.of(Result.REFUSED, Result.CREATED), results(answers));
        assertTrue(answers.get(0).reason().contains("index row"), answers.get(0).reason());
    }

    @Test
    void aBadValueInALineIsItsRecords() throws SQLException {
        target.execute("alter table paper_lines alter qty type int4range using null");
        List<Answer> answers = target.batch(
                "{\"no\":\"1\",\"lines\":[{\"line\":1,\"qty\":\"[1,2)\"},{\"line\":2,\"qty\":\"odd\"}]}",
                "{\"no\":\"2\",\"lines\":[{\"line\":1,\"qty\":\"[1,2)\"}]}");
        assertEquals(List.of(Result.REFUSED, Result.CREATED), results(answers));
        assertTrue(
                answers.get(0).reason().contains("olumn qty of paper_lines cannot take 'odd'"),
                answers.get(0).reason());
    }

    private SqlTarget clerk() {
        DataSource clerk = SqlTarget.as(() -> PlainPostgres.session("postgres", "clerk"));
        return new SqlTarget(clerk, MAPPING.replaceAll("children.*", ""), "no");
    }

    @Test
    void rowLevelSecurityIsOfItsRecord() throws SQLException {
        target.execute(
                "insert into papers values ('7', 'locked', 7), ('8', 'hidden', 8), ('9', 'open', 9)",
                "alter table papers enable row level security",
                "grant select, insert, update, delete on papers to clerk",
                "create policy seen on papers for select using (text <> 'hidden')",
                "create policy made on papers for insert with check (total < 100)",
                "create policy changed on papers for update using (text <> 'locked') with check (total < 100)",
                "create policy gone on papers for delete using (text not in ('open', 'locked'))");
        List<Answer> answers = clerk().batch(
                        paper("1", "a", 1),
                        paper("2", "b", 200),
                        paper("7", "x", 7),
                        paper("8", "x", 8),
                        paper("9", "y", 900),
                        paper("9", "z", 9));
        assertEquals(
                List.of(Result.CREATED, Result.REFUSED, Result.REFUSED, Result.REFUSED, Result.REFUSED, Result.UPDATED),
                results(answers));
        assertTrue(
                answers.get(1).reason().contains("row-level security"),
                answers.get(1).reason());
        assertFalse(answers.get(1).canHeal());
        assertTrue(
                answers.get(3).reason().contains("the user may not see it"),
                answers.get(3).reason());
        target.execute("update papers set text = 'open' where no = '9'");
        Answer kept = clerk().write(Verdict.DELETE, "9", "{\"no\":\"9\"}", null, null, null);
        assertEquals(Result.REFUSED, kept.result());
        assertTrue(kept.reason().contains("still has a row"), kept.reason());
        Answer locked = clerk().write(Verdict.DELETE, "7", "{\"no\":\"7\"}", null, null, null);
        assertEquals(Result.REFUSED, locked.result(), "it is to be seen, though not to be locked");
        assertEquals(List.of("1|a|1.00", "7|locked|7.00", "8|hidden|8.00", "9|open|9.00"), papers());
    }

    @Test
    void aMissingRightOnAColumnIsOfTheRecordsThatNeedItAndHeals() throws SQLException {
        target.execute(
                "insert into papers values ('1', 'a', 1), ('2', 'b', 2), ('3', 'c', 3)",
                "grant select, update (text) on papers to clerk");
        String[] records = {paper("1", "x", 1), paper("2", "x", 22), paper("3", "x", 3), paper("4", "x", 4)};
        List<Answer> answers = clerk().batch(records);
        assertEquals(List.of(Result.UPDATED, Result.REFUSED, Result.UPDATED, Result.REFUSED), results(answers));
        assertTrue(answers.get(1).canHeal() && answers.get(3).canHeal());
        assertTrue(
                answers.get(1).reason().contains("permission denied"),
                answers.get(1).reason());
        target.execute("grant insert, update on papers to clerk");
        assertEquals(
                List.of(Result.UNCHANGED, Result.UPDATED, Result.UNCHANGED, Result.CREATED),
                results(clerk().batch(records)));
    }

    @Test
    void noRightOnTheTableAtAllIsNoRecordsFault() throws SQLException {
        SQLException failure = assertThrows(SQLException.class, () -> clerk().write("1", paper("1", "a", 1)));
        assertTrue(failure.getMessage().contains("permission denied for table papers"), failure.getMessage());
        target.execute("grant select, insert on papers to clerk");
        assertThrows(SQLException.class, () -> clerk().write("1", paper("1", "a", 1)), "rows are locked");
    }

    @Test
    void anErrorOfTheProgramFailsItsRecordAlone() throws SQLException {
        Judged broken = SqlTarget.record(Verdict.UPSERT, "2", "{}", null, null, RecordStatus.SUCCESS);
        Judged nothing = JudgedRecords.of(Verdict.UPSERT, "2", broken.row(), null, null);
        Judged one = SqlTarget.record(Verdict.UPSERT, "1", paper("1", "a", 1), null, null, RecordStatus.SUCCESS);
        Judged three = SqlTarget.record(Verdict.UPSERT, "3", paper("3", "c", 3), null, null, RecordStatus.SUCCESS);
        List<Answer> answers = target.batch(List.of(one, nothing, three));
        assertEquals(List.of(Result.CREATED, Result.REFUSED, Result.CREATED), results(answers));
        assertTrue(
                answers.get(1).reason().contains("error of the program"),
                answers.get(1).reason());
    }

    @Test
    void contentThatCannotBeReadFailsItsRecordAlone() throws SQLException {
        List<Answer> answers = target.batch(
                paper("1", "a", 1),
                "{\"no\":\"2\",\"total\":1" + "0".repeat(200_000) + "}",
                "[]",
                "{\"no\":",
                "{\"no\":\"4\",\"elsewhere\":[1e99999999999]}",
                paper("3", "c", 3));
        assertEquals(
                List.of(Result.CREATED, Result.REFUSED, Result.REFUSED, Result.REFUSED, Result.REFUSED, Result.CREATED),
                results(answers));
        assertTrue(
                answers.get(4).reason().contains("too large to be told"),
                answers.get(4).reason());
        assertTrue(
                answers.get(1).reason().contains("Number value length"),
                answers.get(1).reason());
        assertTrue(
                answers.get(2).reason().contains("no JSON object"),
                answers.get(2).reason());
    }

    @Test
    void aTableThatIsAlteredWhileItIsWrittenTakesValuesAsTheyAre() throws SQLException {
        target.execute("alter table papers alter text type time without time zone using null");
        for (int i = 0; i < 8; i++) { // by then the server keeps the statements
            assertEquals(
                    Result.CREATED,
                    target.write("1", paper("T" + i, "10:00", 1)).result());
        }
        target.execute("delete from papers", "alter table papers alter text type text");
        Answer answer = target.write("1", paper("1", "10:00+02", 1));
        assertEquals(Result.CREATED, answer.result(), answer.reason());
        assertEquals(List.of("1|10:00+02|1.00"), papers());
    }
}
