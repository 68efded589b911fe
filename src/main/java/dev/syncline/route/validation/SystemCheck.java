package dev.syncline.route.validation;

import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.Place;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Checks that sources can be read and targets written, and that one file declares each system. */
final class SystemCheck implements Check {

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        for (TemplatedRoute route : routes.sync()) {
            checkNamed(route, "source", Routes.READ, routes, problems);
            checkNamed(route, "target", Routes.WRITE, routes, problems);
        }
        refuseSystemsInTwoFiles(routes, problems);
    }

    private static void checkNamed(
            TemplatedRoute route, String parameter, String ending, Routes routes, Consumer<RouteProblem> problems) {
        Set<String> known = routes.systems(ending);
        route.parameter(parameter)
                .filter(system -> !known.contains(system.value()))
                .ifPresent(system -> problems.accept(system.problem(
                        parameter + " '" + system.value() + "': unknown route '" + system.value() + ending + "'",
                        "name one of the known systems (" + String.join(", ", known)
                                + "), or add a file to systems/ that holds this route")));
    }

    private static void refuseSystemsInTwoFiles(Routes routes, Consumer<RouteProblem> problems) {
        Map<String, Place> declared = new HashMap<>();
        for (ParameterText id : routes.ids()) {
            Stream.of(Routes.READ, Routes.WRITE)
                    .filter(id.value()::endsWith)
                    .map(ending -> id.value().substring(0, id.value().length() - ending.length()))
                    .forEach(system -> {
                        Place first = declared.putIfAbsent(system, id.place());
                        if (first != null && !first.file().equals(id.place().file())) {
                            problems.accept(id.problem(
                                    "the system '" + system + "' is declared in two files, the other one is "
                                            + first.file(),
                                    "keep all routes of a system in one file, or give one system another name"));
                        }
                    });
        }
    }
}
