package dev.syncline.sql.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqlTextTest {
    static Stream<Arguments> endings() {
        return Stream.of(
                Arguments.of("select 1;", "select 1"),
                Arguments.of("select 1 ; ; \n", "select 1"),
                Arguments.of("select 1 -- a comment", "select 1"),
                Arguments.of("select 1; -- it's a comment; really", "select 1"),
                Arguments.of("select 1 /* a ; comment */;", "select 1"),
                Arguments.of("-- first; it's\nselect 1;", "-- first; it's\nselect 1"),
                Arguments.of("select ';' as a", "select ';' as a"),
                Arguments.of("select 'it''s; ' as a;", "select 'it''s; ' as a"),
                Arguments.of("select '--' as a;", "select '--' as a"),
                Arguments.of("select 1 /* in */ + 2", "select 1 /* in */ + 2"));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void endsWithItsLastWordInEveryDatabase(String sql, String expected) {
        for (SqlLexis lexis : SqlLexis.values()) {
            assertEquals(expected, text(sql, lexis), lexis.name());
        }
    }

    @Test
    void readsCommentsAndQuotesAsTheDatabaseDoes() {
        assertEquals("select 1", text("select 1 # ; a comment", SqlLexis.MARIADB));
        assertEquals("select a #> '{b}'", text("select a #> '{b}'", SqlLexis.POSTGRESQL));
        assertEquals("select 1--1", text("select 1--1;", SqlLexis.MARIADB));
        assertEquals("select 1", text("select 1 --1;", SqlLexis.POSTGRESQL));
        assertEquals("select 'it\\'s;'", text("select 'it\\'s;';", SqlLexis.MARIADB));
        assertEquals("select '\\'", text("select '\\';", SqlLexis.POSTGRESQL));
        assertEquals("select E'it\\'s;'", text("select E'it\\'s;';", SqlLexis.POSTGRESQL));
        assertEquals("select $$;'$$", text("select $$;'$$;", SqlLexis.POSTGRESQL));
        assertEquals("select $a$;$$'$a$", text("select $a$;$$'$a$;", SqlLexis.POSTGRESQL));
        assertEquals("select 1", text("select 1 /* a /* nested; */ one */", SqlLexis.POSTGRESQL));
        assertEquals("select [it's;] from t", text("select [it's;] from t;", SqlLexis.SQL_SERVER));
        assertEquals("select `it's;` from t", text("select `it's;` from t;", SqlLexis.MARIADB));
        assertEquals("select a[1] from t", text("select a[1] from t;", SqlLexis.POSTGRESQL));
    }

    @Test
    void doublesTheQuestionMarksOfPostgresOperatorsOnce() {
        assertEquals(
                "select a ?? 'x', a ??| array['?'], a ??& b -- ?\n, \"?\" from t",
                text("select a ? 'x', a ??| array['?'], a ?& b -- ?\n, \"?\" from t", SqlLexis.POSTGRESQL));
        String fault =
                SqlText.of("select ?", SqlLexis.MARIADB).fault().orElseThrow().toString();
        assertTrue(fault.contains("'?'"), fault);
        assertTrue(SqlText.of("select '?'", SqlLexis.SQL_SERVER).fault().isEmpty());
    }

    @Test
    void takesTheTablesOfAWithOff() {
        SqlText text = SqlText.of("with a as (select 1 x), b as (select 2 x) select * from a, b;", SqlLexis.SQL_SERVER);
        assertEquals("with a as (select 1 x), b as (select 2 x) ", text.with());
        assertEquals("select * from a, b", text.withoutWith());
        assertEquals("", SqlText.of("select 1", SqlLexis.SQL_SERVER).with());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("select 1; select 2", "more than one statement: a semicolon stands in line 1"),
                Arguments.of("-- nothing", "is empty except for comments"),
                Arguments.of(" ; ", "is empty except for comments"),
                Arguments.of("select 'a", "a text in quotes that is not closed"),
                Arguments.of("select 1 /* a", "a comment that is not closed"),
                Arguments.of("select 1) q; drop table t", "closes a parenthesis in line 1"),
                Arguments.of("select 1) union (select 2", "closes a parenthesis"),
                Arguments.of("select (1\n + (2)", "opens a parenthesis in line 1"),
                Arguments.of("delete from t", "begins with 'delete', which is not a select"),
                Arguments.of("exec dbo.orders", "begins with 'exec'"),
                Arguments.of("call orders()", "begins with 'call'"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhatKeepsItFromBeingASubSelect(String sql, String expected) {
        String message = SqlText.faultEverywhere(sql).orElseThrow().message();
        assertTrue(message.contains(expected), message);
    }

    @Test
    void doubtsNothingThatOneDatabaseTakes() {
        for (String sql : new String[] {
            "select 'it\\'s'", "select '\\'", "select [a'b] from t", "select `a'b` from t", "(select 1)",
            "values (1, 2)", "table t", "select 1 # it's", "SELECT 1", "with x as (select 1) select * from x"
        }) {
            assertTrue(SqlText.faultEverywhere(sql).isEmpty(), sql);
        }
    }

    /** Whatever it is, it is read to its end, and what is no fault stands in parentheses without breaking out of them. */
    @Property
    void endsAndStaysInItsParentheses(@ForAll @StringLength(max = 40) String noise, @ForAll SqlLexis lexis) {
        for (String sql : new String[] {noise, "select " + noise, "select '" + noise + "'"}) {
            SqlText text = SqlText.of(sql, lexis);
            if (text.fault().isEmpty()) {
                SqlText again = SqlText.of("select * from (" + text.text() + ") q", lexis);
                assertTrue(again.fault().isEmpty(), () -> sql + ": " + again.fault());
            }
        }
    }

    /** Of the pieces that such texts are made of. */
    @Property
    void endsAndStaysInItsParenthesesWhateverItIsMadeOf(@ForAll int[] choices, @ForAll SqlLexis lexis) {
        String[] pieces = {
            "'", "\"", "`", "[", "]", "(", ")", ";", "--", "\n", "/*", "*/", "#", "$", "$a$", "\\", "?", "E", " ", "x"
        };
        StringBuilder noise = new StringBuilder("select ");
        Arrays.stream(choices).forEach(n -> noise.append(pieces[Math.floorMod(n, pieces.length)]));
        endsAndStaysInItsParentheses(noise.toString(), lexis);
    }

    private static String text(String sql, SqlLexis lexis) {
        SqlText text = SqlText.of(sql, lexis);
        assertTrue(text.fault().isEmpty(), () -> sql + ": " + text.fault());
        return text.text();
    }
}
