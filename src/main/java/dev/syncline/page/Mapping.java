package dev.syncline.page;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes a record's fields from what an HTTP system gave, by a JSONata expression of the route. */
@ApplicationScoped
class Mapping {
    static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private final Map<String, Jsonata> expressions = new ConcurrentHashMap<>();

    /**
     * @param map the expression; blank for the fields as they came
     * @throws InvalidSource when the expression is wrong, or does not make an object
     */
    Map<String, Object> fields(SyncRoute route, String map, Map<String, Object> record) {
        if (map.isBlank()) {
            return record;
        }
        try {
            Object made = expressions.computeIfAbsent(map, Jsonata::jsonata).evaluate(record);
            if (made instanceof Map<?, ?> object) {
                Map<String, Object> fields = new LinkedHashMap<>();
                object.forEach((name, value) -> fields.put(name.toString(), value));
                return fields;
            }
            throw new InvalidSource("Route " + route.id() + ": its map makes no object from a record, but " + made);
        } catch (JException e) {
            throw new InvalidSource("Route " + route.id() + ": its map does not work: " + e.getMessage(), e);
        }
    }
}
