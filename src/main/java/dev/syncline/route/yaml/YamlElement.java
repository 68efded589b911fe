package dev.syncline.route.yaml;

import java.util.List;
import java.util.Optional;
import org.apache.camel.util.StringHelper;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A node of a file's YAML. Methods for another kind of node return an empty result. */
record YamlElement(String file, Node node) {

    Place place() {
        return new Place(
                file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    List<YamlElement> items() {
        return node instanceof SequenceNode list
                ? list.getValue().stream().map(this::at).toList()
                : List.of();
    }

    List<Entry> entries() {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream().map(this::entry).toList()
                : List.of();
    }

    /** Returns the value of a key; {@code route-id} is the same as {@code routeId}, as in Camel. */
    Optional<YamlElement> get(String key) {
        return entries().stream()
                .filter(entry ->
                        StringHelper.dashToCamelCase(entry.key().value()).equals(key))
                .map(Entry::value)
                .findFirst();
    }

    /** Returns the text of a key; blank, with the place of this element, if the key is missing. */
    ParameterText text(String key) {
        return get(key).map(YamlElement::text).orElseGet(() -> new ParameterText("", place()));
    }

    ParameterText text() {
        return new ParameterText(node instanceof ScalarNode scalar ? scalar.getValue() : "", place());
    }

    private YamlElement at(Node other) {
        return new YamlElement(file, other);
    }

    private Entry entry(NodeTuple tuple) {
        return new Entry(at(tuple.getKeyNode()).text(), at(tuple.getValueNode()));
    }

    /** A key of a mapping with its value. */
    record Entry(ParameterText key, YamlElement value) {}
}
