package dev.syncline.page;

import dev.syncline.route.SyncRoute;
import dev.syncline.route.TableMapping;
import dev.syncline.route.WriteMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The fields that a route names, held against those that its query gives. */
final class FieldNames {
    private FieldNames() {}

    /**
     * Refuses names that differ in their case alone: a name without quotes is another one once the database has folded
     * it. A field that is not there at all may be one that other depths read.
     *
     * @throws InvalidSource when the route names a field in another case than the query gives it
     */
    static void check(SyncRoute route, List<String> given) {
        check(route, "required", route.required(), given);
        check(route, "parents", route.parents().keySet(), given);
        check(route, "label", List.of(route.label()), given);
        check(route, "notCompared", route.writing().notCompared(), given);
        if (!route.write().isBlank()) {
            TableMapping row = WriteMapping.of(route.write()).row();
            List<String> fields = new ArrayList<>(row.key().keySet());
            fields.addAll(row.columns().keySet());
            check(route, "write", fields, given);
        }
    }

    private static void check(SyncRoute route, String parameter, Collection<String> named, List<String> given) {
        for (String path : named) {
            String name = path.split("\\.", 2)[0];
            if (given.contains(name)) {
                continue;
            }
            given.stream().filter(name::equalsIgnoreCase).findFirst().ifPresent(other -> {
                throw new InvalidSource("Route " + route.id() + ": parameter " + parameter + " names the field '" + name
                        + "', and its query gives '" + other + "'. A database folds a name without quotes:"
                        + " write the query's alias in quotes, as \"" + name + "\", or '" + other + "' in "
                        + parameter);
            });
        }
    }
}
