package dev.syncline.route;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.CamelEvent.CamelContextRoutesStartingEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The routes there are, read from Camel's own model: a sync route is one made from the template {@code sync}. There is
 * no second registry; what the catalog keeps is a view of the model, made once all of it is loaded. Whoever asks before
 * that gets {@link RoutesNotLoaded}, and never a part of the routes.
 */
@ApplicationScoped
public class Catalog {
    private final CamelContext camel;
    private final ZoneId zone;
    private volatile Map<String, SyncRoute> routes;

    public Catalog(CamelContext camel, @ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.camel = camel;
        this.zone = zone;
    }

    /** Before any other observer asks for the routes, and before one of them starts. */
    public void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) CamelContextRoutesStartingEvent event) {
        routes = read();
    }

    /** Whether all routes are loaded. */
    public boolean isLoaded() {
        return routes != null;
    }

    /** All sync routes by id, each after its prerequisites and otherwise in order of their ids. */
    public Collection<SyncRoute> all() {
        return routes().values();
    }

    /** @throws UnknownRoute when there is none with that id */
    public SyncRoute get(String id) {
        SyncRoute route = routes().get(id);
        if (route == null) {
            throw new UnknownRoute(id);
        }
        return route;
    }

    /** The routes that must have run before this one, in the order to run them. */
    public List<SyncRoute> prerequisitesOf(SyncRoute route) {
        Set<String> order = new LinkedHashSet<>();
        route.prerequisites().forEach(id -> addInOrder(get(id), routes(), order));
        return order.stream().map(this::get).toList();
    }

    /** The routes some of whose records have a parent in this one; a route may be among its own. */
    public List<SyncRoute> childrenOf(String route) {
        return all().stream()
                .filter(child -> child.parents().containsValue(route))
                .toList();
    }

    /** What a system's route gives to its template, defaults filled in: {@code relay.write}. */
    public Map<String, String> parametersOf(String camelRouteId) {
        routes(); // not of a part of the model
        return parameters(model().getRouteDefinition(camelRouteId));
    }

    /**
     * The parameters of all routes made from templates that have these parameters, by route id: what tells the routes of
     * one template from those of others.
     */
    public Map<String, Map<String, String>> having(Set<String> names) {
        routes(); // not of a part of the model
        Map<String, Map<String, String>> found = new TreeMap<>();
        for (RouteDefinition definition : model().getRouteDefinitions()) {
            Map<String, String> parameters = parameters(definition);
            if (parameters.keySet().containsAll(names)) {
                found.put(definition.getRouteId(), parameters);
            }
        }
        return found;
    }

    private Map<String, SyncRoute> routes() {
        Map<String, SyncRoute> loaded = routes;
        if (loaded == null) {
            throw new RoutesNotLoaded();
        }
        return loaded;
    }

    private Map<String, SyncRoute> read() {
        ModelCamelContext model = model();
        Map<String, SyncRoute> byId = new TreeMap<>();
        for (RouteDefinition definition : model.getRouteDefinitions()) {
            Map<String, String> parameters = parameters(definition);
            if (parameters.keySet().containsAll(Set.of("source", "target", "entity"))) {
                inherit(parameters, parameters(model.getRouteDefinition(parameters.get("through"))));
                SyncRoute route = SyncRoute.of(parameters, zone);
                byId.put(route.id(), route);
            }
        }
        Set<String> order = new LinkedHashSet<>();
        byId.values().forEach(route -> addInOrder(route, byId, order));
        Map<String, SyncRoute> ordered = new LinkedHashMap<>();
        order.forEach(id -> ordered.put(id, byId.get(id)));
        return ordered;
    }

    /** What a route does not say of its target, and what it goes through does, is meant for it too. */
    private static void inherit(Map<String, String> parameters, Map<String, String> through) {
        for (String name : SyncRoute.INHERITED) {
            if (parameters.getOrDefault(name, "").isEmpty() && through.containsKey(name)) {
                parameters.put(name, through.get(name));
            }
        }
    }

    private static void addInOrder(SyncRoute route, Map<String, SyncRoute> byId, Set<String> order) {
        if (!order.contains(route.id())) {
            route.prerequisites().forEach(id -> addInOrder(byId.get(id), byId, order));
            order.add(route.id());
        }
    }

    private static Map<String, String> parameters(RouteDefinition definition) {
        Map<String, String> parameters = new HashMap<>();
        if (definition != null && definition.getTemplateParameters() != null) {
            definition.getTemplateDefaultParameters().forEach((name, value) -> parameters.put(name, value.toString()));
            definition.getTemplateParameters().forEach((name, value) -> parameters.put(name, value.toString()));
        }
        return parameters;
    }

    private ModelCamelContext model() {
        return camel.getCamelContextExtension().getContextPlugin(ModelCamelContext.class);
    }
}
