package dev.syncline.route.validation;

import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Checks that prerequisites exist, and have no cycles. */
final class PrerequisiteCheck implements Check {

    private static final String CYCLE_CURE =
            "remove one of them from the prerequisites: each would wait for the others";

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        Set<String> known = routes.syncIds();
        Map<String, List<String>> graph = new LinkedHashMap<>();
        Map<String, ParameterText> given = new LinkedHashMap<>();
        for (TemplatedRoute route : routes.sync()) {
            String id = route.routeId().value();
            ParameterText prerequisites = routes.value(route, "prerequisites");
            for (String prerequisite : prerequisites.parts()) {
                if (prerequisite.equals(id)) {
                    problems.accept(
                            prerequisites.problem("the route '" + id + "' is its own prerequisite", "remove it"));
                } else if (!known.contains(prerequisite)) {
                    problems.accept(prerequisites.problem(
                            "prerequisite '" + prerequisite + "': unknown route",
                            Nearest.routeCure(prerequisite, known)));
                }
            }
            given.put(id, prerequisites);
            graph.put(
                    id,
                    prerequisites.parts().stream()
                            .filter(other -> !other.equals(id))
                            .toList());
        }
        for (List<String> cycle : new Cycles(graph).find()) {
            problems.accept(given.get(cycle.get(0))
                    .problem("the prerequisites form a cycle: " + String.join(" -> ", cycle), CYCLE_CURE));
        }
    }
}
