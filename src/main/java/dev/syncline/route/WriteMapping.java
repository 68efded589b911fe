package dev.syncline.route;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        TableMapping row,
        String version,
        Map<String, TableMapping> before,
        Map<String, TableMapping> children,
        Map<String, String> deactivate) {

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
    public static List<MappingFault> check(String yaml) {
        WriteMappingReader reader = new WriteMappingReader();
        reader.read(yaml);
        return reader.faults();
    }
}
