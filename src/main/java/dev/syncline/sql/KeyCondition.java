package dev.syncline.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition that selects the rows with one of several keys.
 *
 * @param sql the condition
 * @param values the values of its parameters, in order
 */
public record KeyCondition(String sql, List<Object> values) {
    /** The most keys of several columns that are compared with each row of a source without an index. */
    public static final int FEW = 10;

    /** Returns {@code a in (?, ?)} or {@code (a, b) in ((?, ?), (?, ?))}. */
    public static KeyCondition listed(SqlReading dialect, List<KeyColumn> columns, List<List<String>> keys) {
        String names = columns.stream().map(KeyColumn::name).collect(Collectors.joining(", "));
        String marks =
                columns.stream().map(column -> dialect.mark(column.typeName())).collect(Collectors.joining(", "));
        boolean isOne = columns.size() == 1;
        String places = repeated(isOne ? marks : "(" + marks + ")", ", ", keys.size());
        return new KeyCondition(
                (isOne ? names : "(" + names + ")") + " in (" + places + ")", values(dialect, columns, keys));
    }

    /** Returns {@code (a = ? and b = ? or a = ? and b = ?)}. */
    public static KeyCondition alternatives(SqlReading dialect, List<KeyColumn> columns, List<List<String>> keys) {
        String one = columns.stream()
                .map(column -> column.name() + " = " + dialect.mark(column.typeName()))
                .collect(Collectors.joining(" and "));
        return new KeyCondition("(" + repeated(one, " or ", keys.size()) + ")", values(dialect, columns, keys));
    }

    private static List<Object> values(SqlReading dialect, List<KeyColumn> columns, List<List<String>> keys) {
        List<Object> values = new ArrayList<>(keys.size() * columns.size());
        for (List<String> key : keys) {
            for (int i = 0; i < columns.size(); i++) {
                values.add(dialect.key(columns.get(i).type(), key.get(i)));
            }
        }
        return values;
    }

    private static String repeated(String text, String between, int times) {
        return String.join(between, Collections.nCopies(times, text));
    }
}
