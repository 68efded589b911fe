package dev.syncline.sql.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The query of a route, parsed as its database does and usable as a sub-select: without a semicolon or a comment at its
 * end, and with question marks escaped for the JDBC driver.
 */
public final class SqlText {

    private static final Set<String> FIRST_WORDS = Set.of("select", "with", "values", "table");

    private final String sql;
    private final SqlLexis lexis;
    private final List<SqlToken> tokens;
    private final QueryFault fault;

    private SqlText(String sql, SqlLexis lexis) {
        this.sql = sql;
        this.lexis = lexis;
        SqlLexer lexer = new SqlLexer(sql, lexis);
        this.tokens = withoutEnd(lexer.tokens());
        this.fault = lexer.unclosed() != null ? unclosed(lexer.unclosed()) : faultOf(tokens);
    }

    public static SqlText of(String sql, SqlLexis lexis) {
        return new SqlText(sql, lexis);
    }

    /** Returns what is wrong with the query in every database; empty if it may be valid in one. */
    public static Optional<QueryFault> faultEverywhere(String sql) {
        QueryFault first = null;
        for (SqlLexis lexis : SqlLexis.values()) {
            QueryFault fault = of(sql, lexis).fault;
            if (fault == null) {
                return Optional.empty();
            }
            first = first == null ? fault : first;
        }
        return Optional.of(first);
    }

    /** Returns why this query cannot be a sub-select; empty if it can. */
    public Optional<QueryFault> fault() {
        if (fault == null && lexis != SqlLexis.POSTGRESQL && tokens.stream().anyMatch(token -> token.is(sql, "?"))) {
            return Optional.of(new QueryFault(
                    "has a '?' outside of quotes, which is a parameter without a value",
                    "write the value itself, or quote the '?' if it is text"));
        }
        return Optional.ofNullable(fault);
    }

    /** Returns the query for use as a sub-select. */
    public String text() {
        return text(0, tokens.get(tokens.size() - 1).to());
    }

    /** Returns the {@code with} clause at its beginning; empty if it has none. */
    public String with() {
        int main = main();
        return main == 0 ? "" : text(0, main);
    }

    /** Returns the query without its {@code with} clause. */
    public String withoutWith() {
        return text(main(), tokens.get(tokens.size() - 1).to());
    }

    private int main() {
        if (!tokens.get(0).is(sql, "with")) {
            return 0;
        }
        int depth = 0;
        for (SqlToken token : tokens) {
            if (depth == 0 && token.is(sql, "select")) {
                return token.from();
            }
            depth += token.is(sql, "(") ? 1 : token.is(sql, ")") ? -1 : 0;
        }
        return 0;
    }

    /**
     * Doubles question marks for PostgreSQL, in which they are operators, so that the driver does not treat them as
     * parameters.
     */
    private String text(int from, int to) {
        if (lexis != SqlLexis.POSTGRESQL) {
            return sql.substring(from, to);
        }
        StringBuilder text = new StringBuilder();
        int done = from;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.from() >= from && token.to() <= to && token.is(sql, "?")) {
                text.append(sql, done, token.from()).append("??");
                boolean isDoubled = i + 1 < tokens.size()
                        && tokens.get(i + 1).is(sql, "?")
                        && tokens.get(i + 1).from() == token.to();
                done = isDoubled ? tokens.get(++i).to() : token.to();
            }
        }
        return text.append(sql, done, to).toString();
    }

    private List<SqlToken> withoutEnd(List<SqlToken> all) {
        int end = all.size();
        while (end > 0 && all.get(end - 1).is(sql, ";")) {
            end--;
        }
        return all.subList(0, end);
    }

    private static QueryFault unclosed(String what) {
        return new QueryFault("has " + what + " that is not closed", "close it");
    }

    private QueryFault faultOf(List<SqlToken> code) {
        if (code.isEmpty()) {
            return new QueryFault("is empty except for comments", "write a select");
        }
        Deque<SqlToken> open = new ArrayDeque<>();
        for (SqlToken token : code) {
            if (token.is(sql, ";")) {
                return new QueryFault(
                        "holds more than one statement: a semicolon stands in line " + token.line(sql),
                        "leave one select, and write several as one with union all");
            } else if (token.is(sql, "(")) {
                open.push(token);
            } else if (token.is(sql, ")") && open.poll() == null) {
                return new QueryFault(
                        "closes a parenthesis in line " + token.line(sql) + " that was not opened", "remove it");
            }
        }
        if (!open.isEmpty()) {
            return new QueryFault(
                    "opens a parenthesis in line " + open.peek().line(sql) + " and does not close it", "close it");
        }
        return faultOfBeginning(code);
    }

    private QueryFault faultOfBeginning(List<SqlToken> code) {
        SqlToken first =
                code.stream().filter(token -> !token.is(sql, "(")).findFirst().orElse(code.get(0));
        String word = sql.substring(first.from(), first.to());
        return FIRST_WORDS.contains(word.toLowerCase(Locale.ROOT))
                ? null
                : new QueryFault(
                        "begins with '" + word + "', which is not a select",
                        "write a select; read the result of a procedure or a command by a view or a function");
    }
}
