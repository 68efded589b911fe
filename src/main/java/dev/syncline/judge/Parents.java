package dev.syncline.judge;

import dev.syncline.page.Row;
import dev.syncline.record.RouteNumbers;
import dev.syncline.record.StatusTable;
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
    private final StatusTable table;
    private final RouteNumbers numbers;

    Parents(StatusTable table, RouteNumbers numbers) {
        this.table = table;
        this.numbers = numbers;
    }

    /** By parent field: the values in these rows whose record is not at the target. */
    Map<String, Set<String>> missing(SyncRoute route, List<Row> rows) throws SQLException {
        Map<String, Set<String>> missing = new HashMap<>();
        for (var parent : route.parents().entrySet()) {
            Set<String> wanted = new HashSet<>();
            for (Row row : rows) {
                Object value = row.fields().get(parent.getKey());
                if (value != null) {
                    wanted.add(value.toString());
                }
            }
            wanted.removeAll(table.delivered(numbers.of(parent.getValue()), wanted));
            missing.put(parent.getKey(), wanted);
        }
        return missing;
    }
}
