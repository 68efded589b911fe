package dev.syncline.route.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the declarations of route files, and reports elements that it cannot read. */
public final class RoutesReader {

    private final Consumer<RouteProblem> problems;
    private final YamlParser parser;
    private final Routes routes =
            new Routes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    public RoutesReader(Consumer<RouteProblem> problems) {
        this.problems = problems;
        this.parser = new YamlParser(problems);
    }

    public Routes routes() {
        return routes;
    }

    public void read(RouteFile file) {
        parser.parse(file).ifPresent(root -> {
            routes.uses().add(ExchangeUse.of(root));
            readRoot(root);
        });
    }

    private void readRoot(YamlElement root) {
        if (root.isList()) {
            root.items().forEach(this::readElement);
        } else if (root.get("apiVersion").isEmpty()) {
            problems.accept(root.place().problem("the file is not a list", "begin each route with '- '"));
        }
    }

    private void readElement(YamlElement element) {
        if (!element.isMapping()) {
            problems.accept(element.place()
                    .problem("not a route element", "write '- templatedRoute:' and what belongs to it, more indented"));
        }
        for (YamlElement.Entry entry : element.entries()) {
            switch (entry.key().value()) {
                case "routeTemplate" -> readTemplate(entry.value());
                case "templatedRoute" -> readTemplatedRoute(entry.key().place(), entry.value());
                case "route" -> addId(entry.value().text("id"));
                default -> {
                    // Camel reads or refuses other elements.
                }
            }
        }
    }

    private void readTemplate(YamlElement template) {
        Map<String, Template.Parameter> parameters = new LinkedHashMap<>();
        for (YamlElement parameter : parameters(template)) {
            String name = parameter.text("name").value();
            Optional<String> defaultValue =
                    parameter.get("defaultValue").map(value -> value.text().value());
            boolean required = !parameter.text("required").value().equals("false");
            parameters.put(name, new Template.Parameter(name, required && defaultValue.isEmpty(), defaultValue));
        }
        ParameterText id = template.text("id");
        if (!id.isBlank()) {
            routes.templates().add(new Template(id, parameters));
        }
    }

    private void readTemplatedRoute(Place place, YamlElement route) {
        ParameterText routeId = route.text("routeId");
        List<TemplatedRoute.Parameter> parameters = parameters(route).stream()
                .map(parameter -> new TemplatedRoute.Parameter(parameter.text("name"), parameter.text("value")))
                .toList();
        routes.templated().add(new TemplatedRoute(place, route.text("routeTemplateRef"), routeId, parameters));
        addId(routeId);
    }

    private List<YamlElement> parameters(YamlElement parent) {
        Optional<YamlElement> parameters = parent.get("parameters");
        parameters
                .filter(list -> !list.isList())
                .ifPresent(other -> problems.accept(other.place()
                        .problem(
                                "parameters is not a list",
                                "write each as '- name: ...' and, below it, 'value: ...'")));
        return parameters.map(YamlElement::items).orElse(List.of());
    }

    private void addId(ParameterText id) {
        if (!id.isBlank()) {
            routes.ids().add(id);
        }
    }
}
