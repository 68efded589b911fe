package dev.syncline.route.validation;

import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that route id, parameter id and file name are equal, in kebab-case, and unique. */
final class RouteIdCheck implements Check {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        Duplicates.refuse("routes", routes.ids(), problems);
        routes.sync().forEach(route -> checkId(route, problems));
    }

    private static void checkId(TemplatedRoute route, Consumer<RouteProblem> problems) {
        String fileId = route.place().fileId();
        ParameterText routeId = route.routeId();
        if (routeId.isBlank()) {
            problems.accept(route.place().problem("routeId is missing", "add 'routeId: " + fileId + "'"));
        } else if (!KEBAB_CASE.matcher(routeId.value()).matches()) {
            problems.accept(routeId.problem(
                    "the id '" + routeId.value() + "' is not in kebab-case",
                    "write lower-case letters and digits with single hyphens between, such as erp-vendors-to-relay"));
        }
        Stream.concat(Stream.of(routeId).filter(id -> !id.isBlank()), route.parameter("id").stream())
                .filter(id -> !id.value().equals(fileId))
                .forEach(id -> problems.accept(id.problem(
                        "the id '" + id.value() + "' differs from the file's name",
                        "write '" + fileId + "' for routeId and parameter id, or rename the file")));
    }
}
