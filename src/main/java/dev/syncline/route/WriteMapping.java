package dev.syncline.route;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which columns of a SQL target the fields of a record go to: the parameter {@code write} of a route, see docs/routes.md.
 *
 * @param row the table that has one row a record
 * @param version its column that is compared before a write; null for none
 * @param before rows of other tables that a record brings along, by the field that lists them; written first
 * @param children rows that belong to the record's, by the field that lists them
 * @param deactivate the columns that mark a row as inactive, with their values as text or null; empty where not given
 */
public record WriteMapping(
        Table row,
        String version,
        Map<String, Table> before,
        Map<String, Table> children,
        Map<String, String> deactivate) {

    /**
     * Where the fields of one object go, each map from field to column.
     *
     * @param name as in the database, {@code schema.table} where it needs its schema
     * @param parent fields of the record that tell which row a child belongs to; empty but for children
     * @param key what tells rows apart, of children within their parent
     * @param insertOnly what is written when the row is created, and left alone after
     */
    public record Table(
            String name,
            Map<String, String> parent,
            Map<String, String> key,
            Map<String, String> columns,
            Map<String, String> insertOnly) {

        /** The columns that tell its rows apart: those of the parent, then those of the key. */
        public List<String> identity() {
            return Stream.concat(parent.values().stream(), key.values().stream())
                    .distinct()
                    .toList();
        }
    }

    /**
     * Something in the text of a mapping that keeps it from being used.
     *
     * @param line of that text, counted from 1
     * @param word one that is not known; null where something else is wrong
     * @param known the words there are in its place
     */
    public record Fault(int line, String message, String cure, String word, List<String> known) {}

    /** @throws IllegalArgumentException when the text is none; the start-up check has said so before */
    public static WriteMapping of(String yaml) {
        WriteMappingReader reader = new WriteMappingReader();
        return reader.read(yaml)
                .orElseThrow(() -> new IllegalArgumentException("The parameter write cannot be used: "
                        + reader.faults().stream()
                                .map(fault -> "line " + fault.line() + ": " + fault.message())
                                .collect(Collectors.joining("; "))));
    }

    /** The faults of a text; none where it can be used. */
    public static List<Fault> check(String yaml) {
        WriteMappingReader reader = new WriteMappingReader();
        reader.read(yaml);
        return reader.faults();
    }
}
