package dev.syncline.judge;

import dev.syncline.json.Escaped;
import dev.syncline.page.Keys;
import dev.syncline.page.Row;
import dev.syncline.record.Destinations;
import dev.syncline.record.Known;
import dev.syncline.record.RouteNumbers;
import dev.syncline.record.StatusTable;
import dev.syncline.route.Catalog;
import dev.syncline.route.Schedules;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks up whether the records that a page's rows belong to have been delivered; one query a parent route a page. */
@ApplicationScoped
class Parents {
    /** No record can have it, so nobody waits for it. */
    static final String UNFIT = "no record has such a key: it is too long, or has characters that no key has";

    private final StatusTable table;
    private final RouteNumbers numbers;
    private final Catalog catalog;
    private final Destinations destinations;
    private final Schedules schedules;

    Parents(StatusTable table, RouteNumbers numbers, Catalog catalog, Destinations destinations, Schedules schedules) {
        this.catalog = catalog;
        this.destinations = destinations;
        this.table = table;
        this.numbers = numbers;
        this.schedules = schedules;
    }

    /**
     * What a parent field's values have no record for at the target.
     *
     * @param route number of the route that delivers them
     * @param reasons by value: how it stands with that record
     */
    record Missing(int route, Map<String, String> reasons) {}

    /** By parent field. */
    Map<String, Missing> missing(SyncRoute route, List<Row> rows) throws SQLException {
        Map<String, Missing> missing = new HashMap<>();
        for (var parent : route.parents().entrySet()) {
            Set<String> wanted = new HashSet<>();
            Map<String, String> reasons = new HashMap<>();
            for (Row row : rows) {
                String key = Keys.part(row.fields().get(parent.getKey()));
                if (key == null || isItsOwn(row, key, parent.getValue(), route)) {
                    continue;
                }
                if (Judge.isPlain(key)) {
                    wanted.add(key);
                } else {
                    reasons.put(key, UNFIT);
                }
            }
            int number = numbers.of(parent.getValue());
            wanted.removeAll(table.delivered(number, destinations.of(catalog.get(parent.getValue())), wanted));
            reasons.putAll(reasons(parent.getValue(), number, wanted));
            missing.put(parent.getKey(), new Missing(number, reasons));
        }
        return missing;
    }

    /** Such a record is where its tree begins. */
    private static boolean isItsOwn(Row row, String parent, String parentRoute, SyncRoute route) {
        return parentRoute.equals(route.id()) && parent.equals(row.key());
    }

    private Map<String, String> reasons(String route, int number, Set<String> keys) throws SQLException {
        Map<String, String> reasons = new HashMap<>();
        if (keys.isEmpty()) {
            return reasons;
        }
        Map<String, Known> known = table.find(number, keys);
        String paused = schedules.isPaused(route) ? ". That route is paused: resume it" : "";
        for (String key : keys) {
            reasons.put(key, "route " + route + " has not delivered it" + standing(known.get(key)) + paused);
        }
        return reasons;
    }

    private static String standing(Known known) {
        if (known == null) {
            return ", and has never seen it";
        }
        return switch (known.status()) {
            case SUCCESS -> ", as its source no longer has it";
            case IN_PROGRESS -> ", it is in line there";
            default ->
                ", it is " + known.status() + " there"
                        + (known.reason() == null ? "" : ": " + Escaped.bounded(known.reason(), 200));
        };
    }
}
