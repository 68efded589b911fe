package dev.syncline.route;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mapping of a record's fields to columns of a SQL target: the parameter {@code write} of a route, see
 * docs/routes.md.
 *
 * @param row the table that has one row a record
 * @param version the column that is compared before a write; null if none is
 * @param before rows of other tables that a record contains, by the field that lists them; written first
 * @param children rows that belong to the record's row, by the field that lists them
 * @param deactivate the columns that mark a row as inactive, with their values as text or null; empty if not given
 */
public record WriteMapping(
        Table row,
        String version,
        Map<String, Table> before,
        Map<String, Table> children,
        Map<String, String> deactivate) {

    /**
     * The mapping of one object to a table; each map is from field to column.
     *
     * @param name as in the database, {@code schema.table} if it needs its schema
     * @param parent fields of the record that identify the row to which a child belongs; empty for other tables
     * @param key fields that identify a row, for children within their parent
     * @param insertOnly fields that are written when a row is created, and not updated later
     */
    public record Table(
            String name,
            Map<String, String> parent,
            Map<String, String> key,
            Map<String, String> columns,
            Map<String, String> insertOnly) {

        /** Returns the columns that identify its rows: those of the parent, then those of the key. */
        public List<String> identity() {
            return Stream.concat(parent.values().stream(), key.values().stream())
                    .distinct()
                    .toList();
        }
    }

    /**
     * An error in the text of a mapping.
     *
     * @param line line in that text, from 1
     * @param word an unknown word; null if the error is another one
     * @param known the words that are allowed instead
     */
    public record Fault(int line, String message, String cure, String word, List<String> known) {}

    /** @throws IllegalArgumentException if the text is not a valid mapping; the start-up check refuses that before */
    public static WriteMapping of(String yaml) {
        WriteMappingReader reader = new WriteMappingReader();
        return reader.read(yaml)
                .orElseThrow(() -> new IllegalArgumentException("The parameter write cannot be used: "
                        + reader.faults().stream()
                                .map(fault -> "line " + fault.line() + ": " + fault.message())
                                .collect(Collectors.joining("; "))));
    }

    /** Returns the errors in a text; none if it is valid. */
    public static List<Fault> check(String yaml) {
        WriteMappingReader reader = new WriteMappingReader();
        reader.read(yaml);
        return reader.faults();
    }
}
