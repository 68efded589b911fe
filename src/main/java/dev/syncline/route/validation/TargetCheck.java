package dev.syncline.route.validation;

import java.util.List;
import java.util.function.Consumer;

/** What a reconciliation is told of a target goes with the way in which that target is read. */
final class TargetCheck implements Check {

    @Override
    public void check(Routes routes, Consumer<Problem> problems) {
        for (TemplatedRoute route : routes.sync()) {
            Text query = routes.value(route, "targetQuery");
            if (!query.isBlank()
                    && isReadOverHttp(routes, routes.value(route, "target").value())) {
                problems.accept(query.problem(
                        "targetQuery is for targets that are read by SQL",
                        "remove it; a target with http-read is read at the route's targetPath"));
            }
            List<String> key = routes.value(route, "key").parts();
            Text notCompared = routes.value(route, "notCompared");
            notCompared.parts().stream()
                    .filter(key::contains)
                    .forEach(field -> problems.accept(notCompared.problem(
                            "notCompared names the key field '" + field + "'",
                            "remove it; records are found by their key")));
        }
    }

    private static boolean isReadOverHttp(Routes routes, String system) {
        return routes.templated().stream()
                .anyMatch(route -> route.routeId().value().equals(system + Routes.READ)
                        && route.template().value().equals("http-read"));
    }
}
