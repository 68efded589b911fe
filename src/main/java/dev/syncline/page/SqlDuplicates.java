package dev.syncline.page;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds keys that tell no row of a source apart, as several have them. */
final class SqlDuplicates {
    private static final int MOST = 10_001;

    private SqlDuplicates() {}

    /**
     * Keys that several rows of the source have, whether or not all of those rows are in the window.
     *
     * @param rows the only ones that count; null for all
     * @throws InvalidSource when there are so many that the key is none
     */
    static Set<String> of(Connection connection, SqlQuery query, SqlShape shape, List<Row> rows) throws SQLException {
        Set<String> duplicates = new HashSet<>();
        if (rows == null) {
            add(duplicates, connection, new SqlStatement(query, shape), shape);
        } else {
            List<String> keys = rows.stream()
                    .map(Row::key)
                    .filter(key -> key != null && !key.isBlank())
                    .distinct()
                    .toList();
            for (List<String> part : shape.parts(keys)) {
                add(duplicates, connection, new SqlStatement(query, shape).only(part), shape);
            }
        }
        if (duplicates.size() >= MOST) {
            throw new InvalidSource("Route " + query.route() + ": more than " + (MOST - 1)
                    + " keys belong to several rows each, so '" + String.join(", ", query.key())
                    + "' is no key of this source. Name a column, or several, that tell its rows apart");
        }
        return duplicates;
    }

    private static void add(Set<String> duplicates, Connection connection, SqlStatement sql, SqlShape shape)
            throws SQLException {
        try (PreparedStatement statement = shape.dialect().prepare(connection, sql.duplicates(MOST))) {
            sql.bind(statement);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    List<String> parts = new ArrayList<>();
                    for (int i = 1; i <= shape.keys().length; i++) {
                        parts.add(RowReader.keyPart(shape, result, shape.keys()[i - 1], i));
                    }
                    duplicates.add(Keys.join(parts));
                }
            }
        }
    }
}
