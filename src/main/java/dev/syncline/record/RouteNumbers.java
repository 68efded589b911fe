package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The number that stands for a route in the narrow tables. */
@ApplicationScoped
public class RouteNumbers {
    private final DataSource hub;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    RouteNumbers(DataSource hub) {
        this.hub = hub;
    }

    /** The route's number; given at its first run, the same ever after. */
    public int of(String route) {
        return numbers.computeIfAbsent(route, this::register);
    }

    public Set<Integer> of(Collection<String> routes) {
        return routes.stream().map(this::of).collect(Collectors.toSet());
    }

    /** The id of the route with that number. */
    public String name(int number) {
        return names.computeIfAbsent(number, this::lookUp);
    }

    private String lookUp(int number) {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement("select name from sync_route where id = ?")) {
            select.setInt(1, number);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
    }

    private int register(String route) {
        try (Connection connection = hub.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into sync_route (name) values (?) on conflict (name) do update set name = excluded.name"
                                + " returning id")) {
            insert.setString(1, route);
            try (ResultSet result = insert.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
    }
}
