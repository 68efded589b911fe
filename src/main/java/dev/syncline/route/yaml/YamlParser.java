package dev.syncline.route.yaml;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Parses a file's YAML into nodes with line numbers, as Camel does, and refuses duplicate keys. */
final class YamlParser {

    private static final String CURE =
            "correct the YAML here or just above: indent with blanks, quote a text that holds ': ' or ' #'";

    private final Consumer<RouteProblem> problems;

    YamlParser(Consumer<RouteProblem> problems) {
        this.problems = problems;
    }

    /**
     * Returns the root of the file's only document. If the file has none or is not valid YAML, reports a problem and
     * returns empty.
     */
    Optional<YamlElement> parse(RouteFile file) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file.name()).build();
            Optional<Node> root = new Compose(settings).composeString(file.text());
            if (root.isEmpty()) {
                problems.accept(new Place(file.name(), 0).problem("the file is empty", "write a route, or remove it"));
            }
            Optional<YamlElement> element = root.map(node -> new YamlElement(file.name(), node));
            element.ifPresent(yaml -> refuseKeysGivenTwice(yaml, Collections.newSetFromMap(new IdentityHashMap<>())));
            return element;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark()
                    .map(Mark::getLine)
                    .map(zeroBased -> zeroBased + 1)
                    .orElse(0);
            refuse(file, line, e.getProblem());
        } catch (YamlEngineException e) {
            refuse(file, 0, e.getMessage());
        } catch (StackOverflowError e) {
            refuse(file, 0, "it is nested too deeply");
        }
        return Optional.empty();
    }

    private void refuse(RouteFile file, int line, String reason) {
        problems.accept(new Place(file.name(), line).problem("not valid YAML: " + reason, CURE));
    }

    /**
     * Camel silently uses the last of duplicate keys, so that a forgotten "- " would replace the parameter above it.
     */
    private void refuseKeysGivenTwice(YamlElement element, Set<Node> seen) {
        if (!seen.add(element.node())) {
            return;
        }
        element.items().forEach(item -> refuseKeysGivenTwice(item, seen));
        Map<String, Place> keys = new HashMap<>();
        for (YamlElement.Entry entry : element.entries()) {
            ParameterText key = entry.key();
            Place first = keys.putIfAbsent(key.value(), key.place());
            if (first != null && !key.isBlank()) {
                problems.accept(key.problem(
                        "'" + key.value() + "' is given twice, first in line " + first.line(),
                        "remove one of them, or begin a new element of the list with '- '"));
            }
            refuseKeysGivenTwice(entry.value(), seen);
        }
    }
}
