package dev.syncline.route.validation;

import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Checks that each parent is {@code field:route-id} of an existing route; a route may be its own parent (a hierarchy).
 */
final class ParentCheck implements Check {

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        Set<String> known = routes.syncIds();
        for (TemplatedRoute route : routes.sync()) {
            ParameterText parents = routes.value(route, "parents");
            for (String parent : parents.parts()) {
                int colon = parent.indexOf(':');
                String routeId = parent.substring(colon + 1).strip();
                if (colon < 1 || routeId.isEmpty()) {
                    problems.accept(parents.problem(
                            "parent '" + parent + "' is not of the form field:route-id",
                            "write the record's field and the route of the parents, such as"
                                    + " jobNo:erp-jobs-to-relay; several with commas"));
                } else if (parent.substring(0, colon).indexOf('.') >= 0) {
                    problems.accept(
                            parents.problem(
                                    "parent '" + parent
                                            + "' names a field of children, but a parent belongs to the record itself",
                                    "add a field with the parent's key to the record, in the query or map, and name that field"));
                } else if (!known.contains(routeId)) {
                    problems.accept(parents.problem(
                            "parent '" + parent + "': unknown route '" + routeId + "'",
                            Nearest.routeCure(routeId, known)));
                }
            }
        }
    }
}
