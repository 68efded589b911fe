package dev.syncline.route.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the cycles of a directed graph. */
final class Cycles {

    private final Map<String, List<String>> graph;
    private final Set<String> done = new HashSet<>();
    private final Set<String> way = new LinkedHashSet<>();
    private final List<List<String>> found = new ArrayList<>();

    /** @param graph the successors of each node; ignores those that are not nodes */
    Cycles(Map<String, List<String>> graph) {
        this.graph = new TreeMap<>(graph);
    }

    /**
     * Returns at least one cycle of each strongly connected component; each ends with the node with which it begins.
     */
    List<List<String>> find() {
        graph.keySet().forEach(this::walk);
        return found;
    }

    private void walk(String node) {
        if (way.contains(node)) {
            List<String> cycle = new ArrayList<>(way);
            cycle = new ArrayList<>(cycle.subList(cycle.indexOf(node), cycle.size()));
            cycle.add(node);
            found.add(cycle);
        } else if (!done.contains(node)) {
            way.add(node);
            graph.getOrDefault(node, List.of()).forEach(this::walk);
            way.remove(node);
            done.add(node);
        }
    }
}
