package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Which records that are kept back wait for which others. */
@ApplicationScoped
public class AwaitedParents {
    /** @param route its number */
    public record Place(int route, String key) {}

    /** @param reason why the record is kept back, as the status table says it */
    public record Awaited(Place parent, String reason) {}

    private final DataSource hub;

    AwaitedParents(DataSource hub) {
        this.hub = hub;
    }

    /** What these records wait for; those that wait for no record are not in the answer. */
    public Map<Place, Awaited> of(Collection<Place> records) throws SQLException {
        Map<Place, Awaited> awaited = new HashMap<>();
        List<Place> asked = List.copyOf(records);
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        """
                        select p.route, p.key, p.parent_route, p.parent_key, r.reason
                        from unnest(?::integer[], ?::text[]) a (route, key)
                        join sync_parked p on p.route = a.route and p.key = a.key
                        join sync_record r on r.route = p.route and r.key = p.key
                        where p.parent_route is not null""")) {
            bind(connection, select, asked);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    awaited.put(
                            new Place(rows.getInt(1), rows.getString(2)),
                            new Awaited(new Place(rows.getInt(3), rows.getString(4)), rows.getString(5)));
                }
            }
        }
        return awaited;
    }

    /** Has the next run of their routes look at these records again, though what they wait for has not come. */
    public void lookAgain(Collection<Place> records) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        """
                        update sync_parked p set ready = true
                        from unnest(?::integer[], ?::text[]) a (route, key)
                        where p.route = a.route and p.key = a.key""")) {
            bind(connection, update, List.copyOf(records));
            update.executeUpdate();
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, List<Place> records)
            throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "int4", records.stream().map(Place::route).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text", records.stream().map(Place::key).toArray()));
    }
}
