package dev.syncline.console.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LayersProperties {
    @Example
    void whatFlowsGoesToTheRight() {
        assertEquals(
                List.of(List.of("atlas", "everest"), List.of("erp"), List.of("relay"), List.of("projects")),
                Layers.of(Map.of(
                        "atlas", Set.of("erp"),
                        "everest", Set.of("erp"),
                        "erp", Set.of("relay"),
                        "relay", Set.of("projects"))));
    }

    @Property(tries = 200)
    void everySystemHasOnePlaceAndWithoutACircleEveryFlowGoesToTheRight(
            @ForAll @Size(max = 30) List<@IntRange(max = 143) Integer> flows, @ForAll boolean isInCircles) {
        Map<String, Set<String>> targets = new HashMap<>();
        Set<String> all = new TreeSet<>();
        for (int flow : flows) {
            int from = flow / 12;
            int to = flow % 12;
            if (isInCircles || from < to) {
                targets.computeIfAbsent("s" + from, system -> new TreeSet<>()).add("s" + to);
                all.addAll(Set.of("s" + from));
                all.add("s" + to);
            }
        }
        List<List<String>> layers = Layers.of(targets);
        List<String> placed = layers.stream().flatMap(List::stream).sorted().toList();
        assertEquals(List.copyOf(all), placed);
        if (!isInCircles) {
            targets.forEach((from, others) -> others.forEach(
                    to -> assertTrue(column(layers, from) < column(layers, to), from + " to " + to + ": " + layers)));
        }
    }

    private static int column(List<List<String>> layers, String system) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).contains(system)) {
                return i;
            }
        }
        throw new AssertionError(system);
    }
}
