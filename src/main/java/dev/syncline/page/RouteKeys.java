package dev.syncline.page;

import dev.syncline.route.SyncRoute;
import dev.syncline.sql.SqlTypes;
import dev.syncline.system.HubFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Keys that somebody wrote, as the records of a route have them: where the source has a number, 1.50 is 1.5. */
@ApplicationScoped
public class RouteKeys {
    private final Shapes shapes;

    RouteKeys(Shapes shapes) {
        this.shapes = shapes;
    }

    /** The keys that are meant; those of a route that was never read, and of one over HTTP, as they are written. */
    public List<String> meant(SyncRoute route, List<String> keys) {
        boolean[] numbers = numbers(route);
        return keys.stream().map(key -> Keys.ofNumbers(key, numbers)).distinct().toList();
    }

    public String meant(SyncRoute route, String key) {
        return Keys.ofNumbers(key, numbers(route));
    }

    private boolean[] numbers(SyncRoute route) {
        Map<String, String> fields;
        try {
            fields = shapes.newest(route.id());
        } catch (SQLException e) {
            throw new HubFailure(e);
        }
        boolean[] numbers = new boolean[route.key().size()];
        for (int part = 0; part < numbers.length; part++) {
            String name = route.key().get(part);
            numbers[part] = fields.entrySet().stream()
                    .anyMatch(field -> field.getKey().equalsIgnoreCase(name) && SqlTypes.isNumber(field.getValue()));
        }
        return numbers;
    }
}
