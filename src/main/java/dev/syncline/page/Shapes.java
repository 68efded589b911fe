package dev.syncline.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Remembers in {@code sync_shape} which fields a route's source gives, and of what kind they are, and says when it does
 * not any more. A route whose query was edited begins anew: what went that way was meant to.
 */
@ApplicationScoped
class Shapes {
    private static final Logger LOG = Logger.getLogger(Shapes.class);

    private final DataSource hub;
    private final SourceNews news;

    Shapes(DataSource hub, SourceNews news) {
        this.hub = hub;
        this.news = news;
    }

    /** Whether the route's source gave something for this definition before. */
    boolean knows(String route, Depth depth, String definition) throws SQLException {
        return remembered(route, depth, id(definition)) != null;
    }

    /**
     * @param fixed fields that may not turn into another kind: what tells records apart, and when they changed
     * @throws Drift when a field is gone
     * @throws ChangedSource when a fixed one is of another kind
     */
    @Transactional(rollbackOn = Exception.class)
    void check(String route, Depth depth, String definition, Map<String, String> fields, Set<String> fixed)
            throws SQLException {
        Map<String, String> before = remembered(route, depth, id(definition));
        if (fields.equals(before)) {
            return;
        }
        if (before != null) {
            refuseLost(route, before.keySet(), fields.keySet());
            before.forEach((field, kind) -> {
                if (!kind.equals(fields.get(field))) {
                    compare(route, field, kind, fields.get(field), fixed.contains(field));
                }
            });
            tellOfNew(route, before.keySet(), fields.keySet());
        }
        remember(route, depth, id(definition), fields);
    }

    /**
     * The same where a field may be left out of a record: one is gone when every record of every page had it, and none of
     * this page has it.
     *
     * @param inAll the fields that all records of a page have
     * @param inAny the fields that one of them has
     * @param isWhole whether the page is of a read over everything; of changes alone, many may have in common what others
     *     lack
     */
    @Transactional(rollbackOn = Exception.class)
    void check(String route, Depth depth, String definition, Set<String> inAll, Set<String> inAny, boolean isWhole)
            throws SQLException {
        Map<String, String> before = remembered(route, depth, id(definition));
        if (before == null && !isWhole) {
            return;
        }
        Set<String> known = before == null ? Set.of() : before.keySet();
        refuseLost(route, known, inAny);
        Map<String, String> fields = new LinkedHashMap<>();
        inAll.stream().filter(field -> isWhole || known.contains(field)).forEach(field -> fields.put(field, "any"));
        if (before == null || !fields.keySet().equals(known)) {
            remember(route, depth, id(definition), fields);
        }
        news.passed(route, depth);
    }

    private static void refuseLost(String route, Collection<String> before, Collection<String> now) {
        List<String> lost = new ArrayList<>(before);
        lost.removeAll(now);
        if (!lost.isEmpty()) {
            throw new Drift("Route " + route + ": its source does not give " + String.join(", ", lost)
                    + " any more, so nothing is sent. Restore that at the source; or, where it is meant to be gone, edit"
                    + " the route's query or map: an edited one is taken as it is");
        }
    }

    private void tellOfNew(String route, Collection<String> before, Collection<String> now) {
        List<String> added = new ArrayList<>(now);
        added.removeAll(before);
        if (!added.isEmpty()) {
            LOG.infof("Route %s: its source gives new fields, which are sent from now on: %s", route, added);
            news.changed(
                    route,
                    added,
                    "Route " + route + ": its source gives " + String.join(", ", added)
                            + ", which it did not before, and"
                            + " which is sent to the target from now on. Where that is meant, resolve this notice; where"
                            + " it is not, name in the route's query the columns that are to be sent");
        }
    }

    private void compare(String route, String field, String before, String now, boolean isFixed) {
        boolean isOtherKind = !before.split(" ")[0].equals(now.split(" ")[0]);
        if (isOtherKind && isFixed) {
            throw new ChangedSource(
                    "Route " + route + ": its source gives '" + field + "' as " + now + ", and it was " + before
                            + ". Records would not be known by it any more. Cast it in the route's query to what it was;"
                            + " or, where that is meant, edit the query in any way and run the route over all",
                    null);
        }
        LOG.warnf("Route %s: its source gives '%s' as %s, and it was %s", route, field, now, before);
        if (isOtherKind) {
            news.changed(
                    route,
                    List.of(field),
                    "Route " + route + ": its source gives '" + field + "' as " + now + ", and it was " + before
                            + ". It is sent so from now on. Where the target takes that, resolve this notice; where it"
                            + " does not, cast it in the route's query to what it was");
        }
    }

    /** The fields that the route's source gave when it was last read; none where it never was. */
    Map<String, String> newest(String route) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select fields, types from sync_shape where route = ? order by seen_at desc limit 1")) {
            select.setString(1, route);
            Map<String, String> fields = fields(select);
            return fields == null ? Map.of() : fields;
        }
    }

    private Map<String, String> remembered(String route, Depth depth, String definition) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select fields, types from sync_shape where route = ? and depth = ? and definition = ?")) {
            select.setString(1, route);
            select.setString(2, depth.name());
            select.setString(3, definition);
            return fields(select);
        }
    }

    private static Map<String, String> fields(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            List<Object> fields = Arrays.asList((Object[]) row.getArray(1).getArray());
            List<Object> types = Arrays.asList((Object[]) row.getArray(2).getArray());
            Map<String, String> remembered = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                remembered.put((String) fields.get(i), (String) types.get(i));
            }
            return remembered;
        }
    }

    private void remember(String route, Depth depth, String definition, Map<String, String> fields)
            throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement upsert = connection.prepareStatement(
                        """
                        insert into sync_shape (route, depth, definition, fields, types, seen_at)
                        values (?, ?, ?, ?, ?, now())
                        on conflict (route, depth) do update
                        set definition = excluded.definition, fields = excluded.fields, types = excluded.types,
                            seen_at = excluded.seen_at""")) {
            upsert.setString(1, route);
            upsert.setString(2, depth.name());
            upsert.setString(3, definition);
            upsert.setArray(4, connection.createArrayOf("text", fields.keySet().toArray()));
            upsert.setArray(5, connection.createArrayOf("text", fields.values().toArray()));
            upsert.executeUpdate();
        }
    }

    private static String id(String definition) {
        return UUID.nameUUIDFromBytes(definition.getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
