package dev.syncline.route.validation;

import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import java.util.List;
import java.util.function.Consumer;

/** Checks that the parameters for reading a target fit its kind of system. */
final class TargetCheck implements Check {

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        for (TemplatedRoute route : routes.sync()) {
            String target = routes.value(route, "target").value();
            ParameterText query = routes.value(route, "targetQuery");
            if (!query.isBlank() && isReadBy("http-read", routes, target)) {
                problems.accept(query.problem(
                        "targetQuery is for targets that are read by SQL",
                        "remove it; a target with http-read is read by the route's targetPath"));
            }
            ParameterText map = routes.value(route, "targetMap");
            if (!map.isBlank() && isReadBy("sql-read", routes, target)) {
                problems.accept(map.problem(
                        "targetMap is for targets that are read over HTTP",
                        "remove it; the column aliases of targetQuery name the fields"));
            }
            List<String> key = routes.value(route, "key").parts();
            ParameterText notCompared = routes.value(route, "notCompared");
            notCompared.parts().stream()
                    .filter(key::contains)
                    .forEach(field -> problems.accept(notCompared.problem(
                            "notCompared names the key field '" + field + "'",
                            "remove it; records are found by their key")));
        }
    }

    private static boolean isReadBy(String template, Routes routes, String system) {
        return routes.templated().stream()
                .anyMatch(route -> route.routeId().value().equals(system + Routes.READ)
                        && route.template().value().equals(template));
    }
}
