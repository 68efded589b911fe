package dev.syncline.route.yaml;

import dev.syncline.route.SyncRoute;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The declarations in the route files.
 *
 * @param ids the ids of all routes, with or without a template
 * @param uses the beans and exchange properties of each file
 */
public record Routes(
        List<Template> templates, List<TemplatedRoute> templated, List<ParameterText> ids, List<ExchangeUse> uses) {

    public static final String READ = ".read";
    public static final String WRITE = ".write";

    private static final String SYNC = "sync";

    public Optional<Template> template(String id) {
        return templates.stream()
                .filter(template -> template.id().value().equals(id))
                .findFirst();
    }

    /** Returns the routes that move records; the others are parts of systems. */
    public List<TemplatedRoute> sync() {
        return templated.stream()
                .filter(route -> route.template().value().equals(SYNC))
                .toList();
    }

    public Set<String> syncIds() {
        return sync().stream()
                .map(route -> route.routeId().value())
                .filter(id -> !id.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the systems that have a route with this suffix. */
    public Set<String> systems(String ending) {
        return ids.stream()
                .map(ParameterText::value)
                .filter(id -> id.endsWith(ending))
                .map(id -> id.substring(0, id.length() - ending.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns the value of a parameter of a sync route: as given, else inherited from the route named by {@code
     * through}, else the template's default.
     */
    public ParameterText value(TemplatedRoute route, String name) {
        return route.parameter(name)
                .or(() -> inherited(route, name))
                .orElseGet(() -> new ParameterText(defaultValue(name), route.place()));
    }

    private Optional<ParameterText> inherited(TemplatedRoute route, String name) {
        if (!SyncRoute.INHERITED.contains(name)) {
            return Optional.empty();
        }
        return route.parameter("through").flatMap(through -> templated.stream()
                .filter(other -> other.routeId().value().equals(through.value()))
                .findFirst()
                .flatMap(other -> other.parameter(name)));
    }

    private String defaultValue(String name) {
        return template(SYNC)
                .map(template -> template.parameters().get(name))
                .flatMap(Template.Parameter::defaultValue)
                .orElse("");
    }
}
