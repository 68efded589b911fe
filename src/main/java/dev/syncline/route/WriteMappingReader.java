package dev.syncline.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the text of a {@link WriteMapping}; used once. */
final class WriteMappingReader {
    private static final List<String> ROW =
            List.of("table", "key", "version", "columns", "insertOnly", "before", "children", "deactivate");
    private static final List<String> BEFORE = List.of("table", "key", "columns", "insertOnly");
    private static final List<String> CHILD = List.of("table", "parent", "key", "columns", "insertOnly");

    /** Allows blanks and other characters that ERPs use, but none that ends a quoted name. */
    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_$#-]*(?: [\\p{L}\\p{N}_$#-]+)*";

    private static final Pattern COLUMN = Pattern.compile(NAME);
    private static final Pattern TABLE = Pattern.compile(NAME + "(?:\\." + NAME + "){0,2}");

    private final List<MappingFault> faults = new ArrayList<>();

    List<MappingFault> faults() {
        return faults;
    }

    Optional<WriteMapping> read(String yaml) {
        try {
            Node root = new Compose(LoadSettings.builder().build())
                    .composeString(yaml)
                    .orElse(null);
            if (!(root instanceof MappingNode)) {
                fault(1, "write is not a YAML mapping", "begin it with table: and key:, see docs/routes.md");
                return Optional.empty();
            }
            WriteMapping mapping = mapping(root);
            return faults.isEmpty() ? Optional.of(mapping) : Optional.empty();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            fault(line, "write is not valid YAML: " + e.getProblem(), "correct its indentation and quotes");
        } catch (YamlEngineException | StackOverflowError e) {
            fault(1, "write is not valid YAML: " + e.getMessage(), "correct its indentation and quotes");
        }
        return Optional.empty();
    }

    private WriteMapping mapping(Node root) {
        Map<String, Node> parts = parts(root, "write", ROW);
        TableMapping row = table(root, "write", parts);
        String version = null;
        if (parts.containsKey("version")) {
            version = name(parts.get("version"), COLUMN, "version");
        }
        Map<String, TableMapping> before = tables(parts.get("before"), "before", BEFORE);
        Map<String, TableMapping> children = tables(parts.get("children"), "children", CHILD);
        Map<String, String> deactivate = new LinkedHashMap<>();
        parts(parts.get("deactivate"), "deactivate", null).forEach((column, value) -> {
            if (!COLUMN.matcher(column).matches() || !(value instanceof ScalarNode)) {
                fault(line(value), "deactivate: '" + column + "' is not a column with a value", "write column: value");
            } else {
                deactivate.put(column, text(value));
            }
        });
        return new WriteMapping(row, version, before, children, deactivate);
    }

    private Map<String, TableMapping> tables(Node node, String place, List<String> words) {
        Map<String, TableMapping> tables = new LinkedHashMap<>();
        parts(node, place, null).forEach((field, table) -> {
            String name = place + "." + field;
            if (table instanceof MappingNode) {
                Map<String, Node> parts = parts(table, name, words);
                if (words.contains("parent") && !parts.containsKey("parent")) {
                    fault(
                            line(table),
                            name + " has no parent",
                            "say by which columns its rows belong to the record: parent: {field of the record: column}");
                }
                tables.put(field, table(table, name, parts));
            } else {
                fault(line(table), name + " is not a table", "give it table, key and columns");
            }
        });
        return tables;
    }

    private TableMapping table(Node node, String place, Map<String, Node> parts) {
        if (!parts.containsKey("table")) {
            fault(line(node), place + " has no table", "add table: <table>, or <schema>.<table>");
        }
        String name = parts.containsKey("table") ? name(parts.get("table"), TABLE, place + ".table") : null;
        Map<String, String> used = new HashMap<>();
        Map<String, String> parent = columns(parts.get("parent"), place + ".parent", used);
        Map<String, String> key = columns(parts.get("key"), place + ".key", used);
        if (key.isEmpty()) {
            fault(
                    line(parts.getOrDefault("key", node)),
                    place + " has no key",
                    "say which fields tell its rows apart: key: {field: column}");
        }
        return new TableMapping(
                name,
                parent,
                key,
                columns(parts.get("columns"), place + ".columns", used),
                columns(parts.get("insertOnly"), place + ".insertOnly", used));
    }

    /** @param used columns of the table that were named before, with their places */
    private Map<String, String> columns(Node node, String place, Map<String, String> used) {
        Map<String, String> columns = new LinkedHashMap<>();
        parts(node, place, null).forEach((field, value) -> {
            String column = name(value, COLUMN, place + "." + field);
            String first = column == null ? null : used.putIfAbsent(column, place + "." + field);
            if (first != null) {
                fault(
                        line(value),
                        "column '" + column + "' is named twice, by " + first + " and by " + place + "." + field,
                        "remove one of them: a column is filled by one field");
            }
            columns.put(field, column);
        });
        return columns;
    }

    /** @param words the allowed names; null for any */
    private Map<String, Node> parts(Node node, String place, List<String> words) {
        Map<String, Node> parts = new LinkedHashMap<>();
        if (node == null || node instanceof ScalarNode && text(node) == null) {
            return parts;
        }
        if (!(node instanceof MappingNode mapping)) {
            fault(line(node), place + " is not a mapping", "write it as name: value, or {name: value, name: value}");
            return parts;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String word = text(tuple.getKeyNode());
            int line = line(tuple.getKeyNode());
            if (word == null || word.isBlank()) {
                fault(line, place + " has a value without a name", "write name: value");
            } else if (words != null && !words.contains(word)) {
                faults.add(new MappingFault(
                        line,
                        "unknown word '" + word + "' in " + place,
                        "there are " + String.join(", ", words),
                        word,
                        words));
            } else if (parts.putIfAbsent(word, tuple.getValueNode()) != null) {
                fault(line, "'" + word + "' is given twice in " + place, "remove one of them");
            }
        }
        return parts;
    }

    private String name(Node node, Pattern form, String place) {
        String name = text(node);
        if (name == null || !form.matcher(name).matches()) {
            fault(
                    line(node),
                    place + " is " + (name == null ? "no name" : "'" + name + "'") + ", which is not a valid name of a "
                            + (form == TABLE ? "table" : "column"),
                    "write it as the database has it, without quotes");
        }
        return name;
    }

    /** Returns null if the node is not a scalar, or is YAML's null. */
    private static String text(Node node) {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL) ? scalar.getValue() : null;
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private void fault(int line, String message, String cure) {
        faults.add(new MappingFault(line, message, cure, null, List.of()));
    }
}
