package dev.syncline.page;

import dev.syncline.route.ChangedAtFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a sync route says of its SQL source.
 *
 * @param json columns of text that is JSON
 * @param zone of a changed-at without one
 * @param changedAtFormat of a changed-at that is text or digits; null for one that is a time or a row version
 */
record SqlQuery(
        String route,
        String sql,
        List<String> key,
        String changedAt,
        String rangeBy,
        List<String> json,
        ZoneId zone,
        ChangedAtFormat changedAtFormat) {
    SqlQuery(
            String route,
            String sql,
            List<String> key,
            String changedAt,
            String rangeBy,
            List<String> json,
            ZoneId zone) {
        this(route, sql, key, changedAt, rangeBy, json, zone, null);
    }

    /** Whether the source cannot tell which rows changed in a window: it orders its text otherwise. */
    boolean isFiltered() {
        return changedAtFormat != null && (rangeBy.isEmpty() || rangeBy.equalsIgnoreCase(changedAt));
    }

    /** The same rows without what is neither key nor changed-at. */
    SqlQuery narrowed(SqlShape shape) {
        Subselect rows = Subselect.of(this, shape.dialect());
        String columns = IntStream.concat(IntStream.of(shape.keys()), IntStream.of(shape.changedAt(), shape.rangeBy()))
                .filter(column -> column >= 0)
                .distinct()
                .mapToObj(column -> "q." + shape.dialect().quoted(shape.labels().get(column)))
                .collect(Collectors.joining(", "));
        return new SqlQuery(
                route, rows.select(columns + rows.from()), key, changedAt, rangeBy, List.of(), zone, changedAtFormat);
    }

    /** All that says which fields there are. */
    String definition() {
        return sql + '\n' + key + '\n' + changedAt + '\n' + json;
    }
}
