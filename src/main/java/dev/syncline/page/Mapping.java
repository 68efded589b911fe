package dev.syncline.page;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes a record's fields from what an HTTP system gave, by a JSONata expression of the route. */
@ApplicationScoped
class Mapping {
    private final Map<String, Jsonata> expressions = new ConcurrentHashMap<>();

    /** The expression makes nothing of a record; the message says why. */
    static final class Unmapped extends Exception {
        Unmapped(String message) {
            super(message);
        }
    }

    /**
     * The fields of a record.
     *
     * @param map the expression; blank for the fields as they came
     * @throws InvalidSource when the expression is wrong
     * @throws Unmapped when it does not make an object of this record
     */
    Map<String, Object> fields(SyncRoute route, String map, Map<String, Object> record) throws Unmapped {
        if (map.isBlank()) {
            return record;
        }
        Jsonata expression = expression(route, map);
        try {
            Object made = expression.evaluate(record);
            if (OneElementLists.isIn(record)) {
                made = OneElementLists.kept(made, record, expression::evaluate);
            }
            if (made instanceof Map<?, ?> object) {
                Map<String, Object> fields = new LinkedHashMap<>();
                object.forEach((name, value) -> fields.put(name.toString(), value));
                return fields;
            }
            throw new Unmapped("the map makes no object of it, but " + kind(made));
        } catch (JException e) {
            throw new Unmapped("the map does not work on it: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new Unmapped("the map does not come to an end on it");
        } catch (RuntimeException e) { // of the library, which knows no other way to say that a value does not fit
            throw new Unmapped("the map does not work on it: " + e);
        }
    }

    private Jsonata expression(SyncRoute route, String map) {
        try {
            return expressions.computeIfAbsent(map, Jsonata::jsonata);
        } catch (JException e) {
            throw new InvalidSource("Route " + route.id() + ": its map is no JSONata: " + e.getMessage(), e);
        }
    }

    private static String kind(Object made) {
        return made == null ? "nothing" : made instanceof java.util.List ? "a list" : "a single value";
    }
}
