package dev.syncline.route.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The routes to run first are there, and there is an order to run them in. */
final class PrerequisiteCheck implements Check {

    private static final String CYCLE_CURE =
            "take one of them out of the prerequisites: each would wait for the others";

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
                            prerequisites.problem("the route '" + id + "' is its own prerequisite", "take it out"));
                } else if (!known.contains(prerequisite)) {
                    problems.accept(prerequisites.problem(
                            "prerequisite '" + prerequisite + "': there is no such route",
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
                    .problem("the prerequisites go in a circle: " + String.join(" -> ", cycle), CYCLE_CURE));
        }
    }
}
