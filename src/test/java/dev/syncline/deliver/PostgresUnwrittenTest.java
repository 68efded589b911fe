package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Verdict;
import dev.syncline.support.PlainPostgres;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database did not write was not written, with and without a version. */
class PostgresUnwrittenTest {
    private static final String MAPPING =
            """
            table: notes
            key: {no: no}
            %s
            columns: {text: text}
            insertOnly: {by: made_by}
            before: {lines: {table: things, key: {thing: thing}}}
            children: {lines: {table: note_lines, parent: {no: no}, key: {line: line}, columns: {thing: thing}}}
            deactivate: {text: closed}
            """;

    private SqlTarget target;

    @BeforeEach
    void makeTables() throws SQLException {
        target = target("");
        target.execute(
                "drop view if exists notes_seen",
                "drop table if exists note_lines, notes, things cascade",
                "create table things (thing text primary key)",
                "create table notes (no text primary key, text text, made_by text, version int not null default 1)",
                "create table note_lines (no text, line int, thing text, primary key (no, line))");
    }

    private static SqlTarget target(String version) throws SQLException {
        return new SqlTarget(PlainPostgres.source(), MAPPING.formatted(version), "no");
    }

    private static String note(String no, String text, String thing) {
        return "{\"no\":\"%s\",\"text\":\"%s\",\"by\":\"me\",\"lines\":[{\"line\":1,\"thing\":\"%s\"}]}"
                .formatted(no, text, thing);
    }

    /** A trigger that passes over a row where the condition holds. */
    private void keeps(String when, String table, String condition) throws SQLException {
        target.execute(
                "create or replace function keep() returns trigger language plpgsql as $$ begin if " + condition
                        + " then return null; end if; if tg_op = 'DELETE' then return old; end if; return new; end $$",
                "create trigger keep before " + when + " on " + table + " for each row execute function keep()");
    }

    private void refused(Answer answer, String... words) {
        assertEquals(Result.REFUSED, answer.result());
        for (String word : words) {
            assertTrue(answer.reason().contains(word), word + ": " + answer.reason());
        }
    }

    private List<String> all() throws SQLException {
        return target.rows("select n.no, n.text, l.thing from notes n left join note_lines l using (no) order by 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version: version"})
    void ofARowThatATriggerKeepsOut(String version) throws SQLException {
        target = target(version);
        keeps("insert", "notes", "new.text = 'odd'");
        List<Answer> answers = target.batch(note("1", "a", "T"), note("2", "odd", "T"), note("3", "c", "T"));
        assertEquals(
                List.of(Result.CREATED, Result.REFUSED, Result.CREATED),
                answers.stream().map(Answer::result).toList());
        refused(answers.get(1), "notes did not take 2", "not there", "trigger");
        assertEquals(List.of("1|a|T", "3|c|T"), all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version: version"})
    void ofAChangeThatATriggerKeepsOut(String version) throws SQLException {
        target = target(version);
        target.write("1", note("1", "a", "T"));
        keeps("update", "notes", "new.text = 'odd'");
        refused(target.write("1", note("1", "odd", "U")), "column text is 'a' there, 'odd' was to be written");
        assertEquals(List.of("1|a|T"), all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version: version"})
    void ofALineThatATriggerKeepsOut(String version) throws SQLException {
        target = target(version);
        keeps("insert or update", "note_lines", "new.thing = 'odd'");
        refused(target.write("1", note("1", "a", "odd")), "note_lines did not take 1");
        assertEquals(List.of(), all());
        target.write("1", note("1", "a", "T"));
        refused(target.write("1", note("1", "b", "odd")), "column thing is 'T' there");
        assertEquals(List.of("1|a|T"), all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version: version"})
    void ofWhatIsToBeThereBefore(String version) throws SQLException {
        target = target(version);
        keeps("insert", "things", "new.thing = 'odd'");
        refused(target.write("1", note("1", "a", "odd")), "things does not take odd", "trigger");
        assertEquals(List.of(), all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "note_lines"})
    void ofADeletionThatATriggerKeepsOut(String table) throws SQLException {
        target.write("1", note("1", "a", "T"));
        keeps("delete", table, "true");
        refused(target.write(Verdict.DELETE, "1", "{\"no\":\"1\"}", null, null, null), table + " still has a row");
        assertEquals(List.of("1|a|T"), all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version: version"})
    void ofADeactivationThatATriggerKeepsOut(String version) throws SQLException {
        target = target(version);
        target.write("1", note("1", "a", "T"));
        keeps("update", "notes", "true");
        refused(
                target.write(Verdict.DEACTIVATE, "1", "{\"no\":\"1\"}", null, null, null),
                "column text is 'a' there, 'closed' was to be written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version: version"})
    void ofWhatARuleDoesInstead(String version) throws SQLException {
        target = target(version);
        target.execute("create rule keep as on insert to notes where new.text = 'odd' do instead nothing");
        refused(target.write("1", note("1", "odd", "T")), "notes did not take 1");
        assertEquals(List.of(), all());
        assertEquals(Result.CREATED, target.write("1", note("1", "a", "T")).result());
    }

    /** The row is there, though the statement counted none: a table that is partitioned by a trigger. */
    @ParameterizedTest
    @ValueSource(strings = {"", "version: version"})
    void butWhatATriggerWroteElsewhereWasWritten(String version) throws SQLException {
        target = target(version);
        target.execute(
                "create table notes_2026 () inherits (notes)",
                "create or replace function route_on() returns trigger language plpgsql as $$ begin"
                        + " insert into notes_2026 select new.*; return null; end $$",
                "create trigger route_on before insert on notes for each row execute function route_on()");
        assertEquals(Result.CREATED, target.write("1", note("1", "a", "T")).result());
        assertEquals(Result.UNCHANGED, target.write("1", note("1", "a", "T")).result());
        assertEquals(List.of("1|a|T"), all());
    }
}
