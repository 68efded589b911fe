package dev.syncline.sql;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes conditions by which PostgreSQL finds rows by many keys. */
final class PostgresKeys {
    private PostgresKeys() {}

    /**
     * Passes the keys as one array for each column, which the server hashes; it would compare a list of rows with every
     * row of the source. Uses a list for few keys, as the server can push that into a query that groups.
     */
    static KeyCondition among(PostgresReading dialect, List<KeyColumn> columns, List<List<String>> keys) {
        boolean isOne = columns.size() == 1;
        boolean isPlain = columns.stream()
                .allMatch(column -> dialect.mark(column.typeName()).equals("?")
                        && !column.typeName().startsWith("_"));
        if (!isPlain || !isOne && keys.size() <= KeyCondition.FEW) {
            return KeyCondition.listed(dialect, columns, keys);
        }
        List<Object> arrays = IntStream.range(0, columns.size())
                .<Object>mapToObj(i -> array(dialect, columns.get(i), keys, i))
                .toList();
        String places = columns.stream()
                .map(column -> "cast(? as " + arrayOf(dialect, column.typeName()) + ")")
                .collect(Collectors.joining(", "));
        String names = columns.stream().map(KeyColumn::name).collect(Collectors.joining(", "));
        return new KeyCondition(
                isOne ? names + " = any(" + places + ")" : "(" + names + ") in (select * from unnest(" + places + "))",
                arrays);
    }

    private static String array(PostgresReading dialect, KeyColumn column, List<List<String>> keys, int place) {
        return keys.stream()
                .map(key -> dialect.key(column.type(), key.get(place)).toString())
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * Returns the array type of a column. The driver reports auto-incremented columns as serial types, and quotes a
     * name with a schema.
     */
    private static String arrayOf(PostgresReading dialect, String typeName) {
        String type =
                switch (typeName) {
                    case "smallserial" -> "int2";
                    case "serial" -> "int4";
                    case "bigserial" -> "int8";
                    default -> typeName;
                };
        return (type.startsWith("\"") ? type : dialect.quoted(type)) + "[]";
    }
}
