package dev.syncline.route.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What the steps of one file say.
 *
 * @param beans the names that they call beans by
 * @param properties the exchange properties that they set or read
 */
public record ExchangeUse(Set<String> beans, List<ParameterText> properties) {
    private static final Pattern READ = Pattern.compile("exchangeProperty\\.(\\w+)");

    static ExchangeUse of(YamlElement root) {
        ExchangeUse use = new ExchangeUse(new HashSet<>(), new ArrayList<>());
        use.add(root, Collections.newSetFromMap(new IdentityHashMap<>()));
        return use;
    }

    /** @param seen as an alias may make a node part of itself */
    private void add(YamlElement element, Set<Node> seen) {
        if (!seen.add(element.node())) {
            return;
        }
        element.items().forEach(item -> add(item, seen));
        for (YamlElement.Entry entry : element.entries()) {
            YamlElement value = entry.value();
            switch (entry.key().value()) {
                case "ref" -> beans.add(value.text().value());
                case "setProperty", "set-property" -> properties.add(value.text("name"));
                default -> {
                    Matcher read = READ.matcher(value.text().value());
                    while (read.find()) {
                        properties.add(new ParameterText(read.group(1), value.place()));
                    }
                }
            }
            add(value, seen);
        }
    }
}
