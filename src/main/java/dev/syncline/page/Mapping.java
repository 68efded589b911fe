package dev.syncline.page;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes a record's fields from what an HTTP source gave, by the route's JSONata expression. */
@ApplicationScoped
class Mapping {
    static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private final Map<String, Jsonata> expressions = new ConcurrentHashMap<>();

    /** @throws InvalidSource when the expression is wrong, or does not make an object */
    Map<String, Object> fields(SyncRoute route, Map<String, Object> record) {
        if (route.map().isBlank()) {
            return record;
        }
        try {
            Object made =
                    expressions.computeIfAbsent(route.map(), Jsonata::jsonata).evaluate(record);
            if (made instanceof Map<?, ?> map) {
                Map<String, Object> fields = new LinkedHashMap<>();
                map.forEach((name, value) -> fields.put(name.toString(), value));
                return fields;
            }
            throw new InvalidSource("Route " + route.id() + ": its map makes no object from a record, but " + made);
        } catch (JException e) {
            throw new InvalidSource("Route " + route.id() + ": its map does not work: " + e.getMessage(), e);
        }
    }
}
