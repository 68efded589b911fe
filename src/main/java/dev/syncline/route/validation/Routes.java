package dev.syncline.route.validation;

import dev.syncline.route.SyncRoute;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the files declare.
 *
 * @param ids the ids of all routes, made from a template or not
 */
record Routes(List<Template> templates, List<TemplatedRoute> templated, List<ParameterText> ids) {

    static final String READ = ".read";
    static final String WRITE = ".write";

    private static final String SYNC = "sync";

    Optional<Template> template(String id) {
        return templates.stream()
                .filter(template -> template.id().value().equals(id))
                .findFirst();
    }

    /** The routes that move records, as against those that are part of a system. */
    List<TemplatedRoute> sync() {
        return templated.stream()
                .filter(route -> route.template().value().equals(SYNC))
                .toList();
    }

    Set<String> syncIds() {
        return sync().stream()
                .map(route -> route.routeId().value())
                .filter(id -> !id.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The systems that have a route of this ending. */
    Set<String> systems(String ending) {
        return ids.stream()
                .map(ParameterText::value)
                .filter(id -> id.endsWith(ending))
                .map(id -> id.substring(0, id.length() - ending.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a parameter is for a sync route: as given, else as what it goes through says, else the template's default. */
    ParameterText value(TemplatedRoute route, String name) {
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
