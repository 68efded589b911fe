package dev.syncline.sql.query;

import java.util.ArrayList;
import java.util.List;

/** Splits a query into tokens as its database does. */
final class SqlLexer {
    private final String sql;
    private final SqlLexis lexis;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;
    private String unclosed;

    SqlLexer(String sql, SqlLexis lexis) {
        this.sql = sql;
        this.lexis = lexis;
        while (at < sql.length()) {
            next();
        }
    }

    List<SqlToken> tokens() {
        return tokens;
    }

    /** Returns what is not closed; null if everything is. */
    String unclosed() {
        return unclosed;
    }

    private void next() {
        int from = at;
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (beginsLineComment()) {
            at = endOfLine();
        } else if (sql.startsWith("/*", at)) {
            blockComment();
            // MariaDB executes these comments.
            if (lexis == SqlLexis.MARIADB && (sql.startsWith("/*!", from) || sql.startsWith("/*M!", from))) {
                tokens.add(new SqlToken(from, at));
            }
        } else {
            if (c == '\'') {
                quoted('\'', lexis == SqlLexis.MARIADB || isEscapeString());
            } else if (c == '"') {
                quoted('"', lexis == SqlLexis.MARIADB);
            } else if (c == '`' && lexis == SqlLexis.MARIADB) {
                quoted('`', false);
            } else if (c == '[' && lexis == SqlLexis.SQL_SERVER) {
                quoted(']', false);
            } else if (c == '$' && lexis == SqlLexis.POSTGRESQL && dollarTag() != null) {
                dollarQuoted(dollarTag());
            } else if (isWord(c)) {
                while (at < sql.length() && isWord(sql.charAt(at))) {
                    at++;
                }
            } else {
                at++;
            }
            tokens.add(new SqlToken(from, at));
        }
    }

    /** Requires a blank after the dashes for MariaDB, in which {@code 1--1} is an expression. */
    private boolean beginsLineComment() {
        if (lexis == SqlLexis.MARIADB && sql.charAt(at) == '#') {
            return true;
        }
        return sql.startsWith("--", at)
                && (lexis != SqlLexis.MARIADB || at + 2 == sql.length() || sql.charAt(at + 2) <= ' ');
    }

    private int endOfLine() {
        int end = sql.indexOf('\n', at);
        return end < 0 ? sql.length() : end;
    }

    private void blockComment() {
        int depth = 0;
        do {
            if (sql.startsWith("/*", at) && (depth == 0 || lexis != SqlLexis.MARIADB)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
        if (depth > 0) {
            unclosed = "a comment";
        }
    }

    /** Reads to the closing quote; a doubled one is part of the text. */
    private void quoted(char end, boolean hasBackslashes) {
        for (at++; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (c == '\\' && hasBackslashes) {
                at++;
            } else if (c == end) {
                if (at + 1 < sql.length() && sql.charAt(at + 1) == end) {
                    at++;
                } else {
                    at++;
                    return;
                }
            }
        }
        at = sql.length();
        unclosed = end == '\'' ? "a text in quotes" : "a name in quotes";
    }

    /** Returns whether the quote follows the word E. */
    private boolean isEscapeString() {
        if (lexis != SqlLexis.POSTGRESQL || tokens.isEmpty()) {
            return false;
        }
        SqlToken before = tokens.get(tokens.size() - 1);
        return before.to() == at && before.is(sql, "e");
    }

    private String dollarTag() {
        int end = at + 1;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        boolean isTag = end < sql.length()
                && sql.charAt(end) == '$'
                && (end == at + 1 || !Character.isDigit(sql.charAt(at + 1)));
        return isTag ? sql.substring(at, end + 1) : null;
    }

    private void dollarQuoted(String tag) {
        int end = sql.indexOf(tag, at + tag.length());
        if (end < 0) {
            unclosed = "a text in quotes";
            at = sql.length();
        } else {
            at = end + tag.length();
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c > 127;
    }
}
