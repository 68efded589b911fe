package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.support.PlainPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database in LATIN1 has no Greek letters and no euro sign (22P05): a record with one is refused, and no other. */
class LatinTargetTest {
    private static final String MAPPING =
            """
            table: papers
            key: {no: no}
            columns: {text: text, data: data}
            children: {lines: {table: paper_lines, parent: {no: no}, key: {line: line}, columns: {item: item}}}
            """;

    private SqlTarget target;

    @BeforeEach
    void makeTables() throws SQLException {
        try (Connection connection = PlainPostgres.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists latin");
            statement.execute("create database latin encoding 'LATIN1' locale 'C' template template0");
        }
        PGSimpleDataSource latin = new PGSimpleDataSource();
        latin.setUrl(PlainPostgres.url("latin"));
        latin.setUser("postgres");
        latin.setPassword("postgres");
        target = new SqlTarget(latin, MAPPING, "no");
        target.execute(
                "create table papers (no text primary key, text text, data json)",
                "create table paper_lines (no text references papers, line int, item text, primary key (no, line))");
    }

    @ParameterizedTest
    @CsvSource({
        "2, Ω, null, a",
        "2, 5 €, null, a",
        "2, a, '{\"greek\":\"Ω\"}', a",
        "2, a, null, Ω",
        "Ω, a, null, a",
        "2, 😀, null, a"
    })
    void whatItHasNoLetterForRefusesItsRecordAlone(String no, String text, String data, String item)
            throws SQLException {
        List<Answer> answers = target.batch(
                paper("1", "Bäcker", "null", "ñ"), paper(no, text, data, item), paper("3", "c", "null", "c"));
        assertEquals(
                List.of(Result.CREATED, Result.REFUSED, Result.CREATED),
                answers.stream().map(Answer::result).toList());
        String reason = answers.get(1).reason();
        assertTrue(reason.contains("has no equivalent in encoding \"LATIN1\""), reason);
        assertTrue(reason.contains("Correct the record at the source, or the route's write"), reason);
        assertEquals(List.of("1|Bäcker", "3|c"), target.rows("select no, text from papers order by no"));
        assertEquals(List.of("1|ñ", "3|c"), target.rows("select no, item from paper_lines order by no"));
    }

    @Test
    void aRecordThatIsThereKeepsWhatItHas() throws SQLException {
        target.batch(paper("1", "a", "null", "a"));
        List<Answer> answers = target.batch(paper("1", "Ω", "null", "a"), paper("2", "ü", "null", "ü"));
        assertEquals(
                List.of(Result.REFUSED, Result.CREATED),
                answers.stream().map(Answer::result).toList());
        assertEquals(List.of("1|a", "2|ü"), target.rows("select no, text from papers order by no"));
    }

    private static String paper(String no, String text, String data, String item) {
        return "{\"no\":\"%s\",\"text\":\"%s\",\"data\":%s,\"lines\":[{\"line\":1,\"item\":\"%s\"}]}"
                .formatted(no, text, data, item);
    }
}
