package dev.syncline.sql.query;

/** A token: a word, a quoted text or name, or one character. Comments and blanks are not tokens. */
public record SqlToken(int from, int to) {
    boolean is(String sql, String word) {
        return to - from == word.length() && sql.regionMatches(true, from, word, 0, word.length());
    }

    /** Returns its line, from 1. */
    int line(String sql) {
        return 1 + (int) sql.substring(0, from).chars().filter(c -> c == '\n').count();
    }
}
