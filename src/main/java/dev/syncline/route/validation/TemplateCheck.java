package dev.syncline.route.validation;

import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.Place;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.Template;
import dev.syncline.route.yaml.TemplatedRoute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Checks that templates exist, and that routes give them known parameters and all mandatory ones. */
final class TemplateCheck implements Check {

    private static final String DESCRIBED = "docs/routes.md describes them";

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        Duplicates.refuse(
                "templates", routes.templates().stream().map(Template::id).toList(), problems);
        for (TemplatedRoute route : routes.templated()) {
            routes.template(route.template().value())
                    .ifPresentOrElse(
                            template -> checkParameters(route, template, problems),
                            () -> problems.accept(unknownTemplate(route, routes)));
        }
    }

    private static RouteProblem unknownTemplate(TemplatedRoute route, Routes routes) {
        List<String> known = routes.templates().stream()
                .map(template -> template.id().value())
                .sorted()
                .toList();
        String cure = known.isEmpty()
                ? "the routes folder must hold the templates too: sync.camel.yaml and templates/"
                : "name one of " + String.join(", ", known);
        ParameterText template = route.template();
        return template.isBlank()
                ? route.place().problem("routeTemplateRef is missing", cure)
                : template.problem("unknown template '" + template.value() + "'", cure);
    }

    private static void checkParameters(TemplatedRoute route, Template template, Consumer<RouteProblem> problems) {
        Map<String, Place> given = new HashMap<>();
        for (TemplatedRoute.Parameter parameter : route.parameters()) {
            ParameterText name = parameter.name();
            Place first = given.putIfAbsent(name.value(), name.place());
            if (!template.parameters().containsKey(name.value())) {
                problems.accept(unknownParameter(name, template));
            } else if (first != null) {
                problems.accept(name.problem(
                        "parameter '" + name.value() + "' is given twice, first in line " + first.line(),
                        "remove one of them"));
            }
        }
        for (String name : template.mandatory()) {
            if (!given.containsKey(name)) {
                problems.accept(
                        route.place().problem("mandatory parameter '" + name + "' is missing", "add it; " + DESCRIBED));
            }
        }
    }

    private static RouteProblem unknownParameter(ParameterText name, Template template) {
        String known = Nearest.to(name.value(), template.parameters().keySet())
                .map(nearest -> "the nearest known one is '" + nearest + "'")
                .orElse("the template has none");
        return name.problem(
                "unknown parameter '" + name.value() + "' of template '"
                        + template.id().value() + "'",
                known + "; " + DESCRIBED);
    }
}
