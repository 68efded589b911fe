package dev.syncline.console.overview;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts systems into columns, so that what flows goes to the right; where systems flow in a circle, back on one arrow. */
final class Layers {
    private final Map<String, Set<String>> targets;
    private final Map<String, Integer> columns = new HashMap<>();

    private Layers(Map<String, Set<String>> targets) {
        this.targets = targets;
    }

    /**
     * The systems of each column, from left to right, those of one column from top to bottom.
     *
     * @param targets of each system
     */
    static List<List<String>> of(Map<String, Set<String>> targets) {
        Set<String> all = new TreeSet<>(targets.keySet());
        targets.values().forEach(all::addAll);
        Set<String> fed = targets.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        Layers layers = new Layers(targets);
        all.stream().filter(system -> !fed.contains(system)).forEach(layers::place);
        all.stream().filter(system -> !layers.columns.containsKey(system)).forEach(layers::place);
        return layers.inColumns(all);
    }

    private void place(String system) {
        columns.putIfAbsent(system, 0);
        push(system, new HashSet<>());
    }

    /** Moves what comes behind a system to the right of it; not a system that led to it. */
    private void push(String system, Set<String> way) {
        way.add(system);
        for (String target : new TreeSet<>(targets.getOrDefault(system, Set.of()))) {
            int column = columns.get(system) + 1;
            if (!way.contains(target) && columns.getOrDefault(target, -1) < column) {
                columns.put(target, column);
                push(target, way);
            }
        }
        way.remove(system);
    }

    /** A system stands as high as those that it gets something from, so that few arrows cross. */
    private List<List<String>> inColumns(Set<String> all) {
        Map<Integer, List<String>> byColumn =
                new TreeMap<>(all.stream().collect(Collectors.groupingBy(columns::get, Collectors.toList())));
        Map<String, Double> heights = new LinkedHashMap<>();
        return byColumn.values().stream()
                .map(column -> {
                    List<String> ordered = column.stream()
                            .sorted(Comparator.<String>comparingDouble(system -> height(system, heights))
                                    .thenComparing(Comparator.naturalOrder()))
                            .toList();
                    for (int i = 0; i < ordered.size(); i++) {
                        heights.put(ordered.get(i), (i + 0.5) / ordered.size());
                    }
                    return ordered;
                })
                .toList();
    }

    private double height(String system, Map<String, Double> heights) {
        return heights.entrySet().stream()
                .filter(source ->
                        targets.getOrDefault(source.getKey(), Set.of()).contains(system))
                .mapToDouble(Map.Entry::getValue)
                .average()
                .orElse(0.5);
    }
}
