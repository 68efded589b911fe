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

/**
 * The number that stands for a route in the narrow tables. What is remembered is committed: a transaction that rolls back
 * takes no number with it.
 */
@ApplicationScoped
public class RouteNumbers {
    private final DataSource hub;
    private final RouteRegister register;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    RouteNumbers(DataSource hub, RouteRegister register) {
        this.hub = hub;
        this.register = register;
    }

    /** The route's number; given at first use, the same ever after. */
    public int of(String route) {
        Integer known = numbers.get(route);
        return known == null ? confirmed(route) : known;
    }

    /** The same, asked of the table: a hub that was restored or failed over may have lost what is remembered. */
    public int confirmed(String route) {
        try {
            int number = register.number(route);
            Integer before = numbers.put(route, number);
            if (before != null && before != number) {
                names.clear();
            }
            return number;
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
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
}
