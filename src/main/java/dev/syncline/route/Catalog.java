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
 * The sync routes, read from Camel's own model: the routes made from the template {@code sync}. The catalog is a view
 * of the model, made once all of it is loaded. Before that, it throws {@link RoutesNotLoaded}, and never returns a part
 * of the routes.
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

    /** Runs before other observers use the routes, and before any route starts. */
    public void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) CamelContextRoutesStartingEvent event) {
        routes = read();
    }

    /** Returns whether all routes are loaded. */
    public boolean isLoaded() {
        return routes != null;
    }

    /** Returns all sync routes in the order of their ids, but each after its prerequisites. */
    public Collection<SyncRoute> all() {
        return routes().values();
    }

    /**
     * Returns the route with that id.
     *
     * @throws UnknownRoute if no route has it
     */
    public SyncRoute get(String id) {
        SyncRoute route = routes().get(id);
        if (route == null) {
            throw new UnknownRoute(id);
        }
        return route;
    }

    /** Returns the routes that must run before this one, in the order in which to run them. */
    public List<SyncRoute> prerequisitesOf(SyncRoute route) {
        Set<String> order = new LinkedHashSet<>();
        route.prerequisites().forEach(id -> addInOrder(get(id), routes(), order));
        return order.stream().map(this::get).toList();
    }

    /** Returns the routes whose records have parents in this route; may include the route itself. */
    public List<SyncRoute> childrenOf(String route) {
        return all().stream()
                .filter(child -> child.parents().containsValue(route))
                .toList();
    }

    /** Returns the parameters of a route of a system, such as {@code relay.write}, with the template's defaults. */
    public Map<String, String> parametersOf(String camelRouteId) {
        routes(); // the model may not be complete yet
        return parameters(model().getRouteDefinition(camelRouteId));
    }

    /**
     * Returns, by route id, the parameters of the routes whose template has all of these parameters, which identifies a
     * template.
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

    /** Fills in the parameters that a route inherits from the route named by {@code through}. */
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
