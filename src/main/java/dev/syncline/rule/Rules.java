package dev.syncline.rule;

import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The table {@code sync_rule}. */
@ApplicationScoped
public class Rules {
    private static final String SELECT =
            "select id, route, field, operator, value, ignore_case, reason, effect, created_at, created_by from sync_rule ";

    private final DataSource hub;
    private final Catalog catalog;
    private final Clock clock;

    Rules(DataSource hub, Catalog catalog, Clock clock) {
        this.hub = hub;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Returns the current rules for a route. */
    public RuleBook of(String route) {
        List<Condition> conditions = new ArrayList<>();
        for (Rule rule : select(SELECT + "order by effect, id")) {
            if (concerns(rule.route(), route)) {
                conditions.add(new Condition(rule));
            }
        }
        return conditions.isEmpty() ? RuleBook.EMPTY : new RuleBook(conditions);
    }

    /** Returns rules in the order of their numbers. */
    public List<Rule> after(long id, int limit) {
        return select(SELECT + "where id > ? order by id limit ?", id, (long) limit);
    }

    public Optional<Rule> find(long id) {
        return select(SELECT + "where id = ?", id).stream().findFirst();
    }

    /**
     * Stores a rule; it applies to runs that begin from now on.
     *
     * @throws InvalidRule if no route matches, or its regular expression is invalid
     */
    @Transactional(rollbackOn = Exception.class)
    public Rule add(Rule rule) {
        check(rule);
        try (Connection connection = hub.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        insert into sync_rule
                            (route, field, operator, value, ignore_case, reason, effect, created_at, created_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")) {
            insert.setString(1, rule.route());
            insert.setString(2, rule.field());
            insert.setString(3, rule.operator() == null ? null : rule.operator().name());
            insert.setArray(4, connection.createArrayOf("text", rule.values().toArray()));
            insert.setBoolean(5, rule.ignoreCase());
            insert.setString(6, rule.reason());
            insert.setString(7, rule.effect().name());
            insert.setObject(8, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.setString(9, rule.createdBy());
            try (ResultSet result = insert.executeQuery()) {
                result.next();
                return find(result.getLong(1)).orElseThrow();
            }
        } catch (SQLException e) {
            throw silent(e);
        }
    }

    /**
     * Checks a rule without storing it.
     *
     * @throws InvalidRule if no route matches, or its regular expression is invalid
     */
    public void check(Rule rule) {
        if (routes(rule).isEmpty()) {
            throw new InvalidRule("route '" + rule.route()
                    + "' matches no route. Name one, with * for any text, as *-vendors-*; GET /api/routes lists them");
        }
        new Condition(rule);
    }

    /** Returns the number of records of the routes to which a rule applies. */
    public long records(Rule rule) {
        return sum("success + failed + blocked + on_hold + in_progress", rule);
    }

    /** Returns how many of them are at the target as the source has them. */
    public long delivered(Rule rule) {
        return sum("success", rule);
    }

    private long sum(String counters, Rule rule) {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select coalesce(sum(" + counters + "), 0) from sync_route where name = any (?)")) {
            select.setArray(1, connection.createArrayOf("text", routes(rule).toArray()));
            try (ResultSet sum = select.executeQuery()) {
                sum.next();
                return sum.getLong(1);
            }
        } catch (SQLException e) {
            throw silent(e);
        }
    }

    /** Returns the ids of the routes to which a rule applies. */
    public List<String> routes(Rule rule) {
        return catalog.all().stream()
                .map(SyncRoute::id)
                .filter(route -> concerns(rule.route(), route))
                .toList();
    }

    /** Deletes a rule; the next run sends the records that it kept back. Returns whether the rule existed. */
    @Transactional(rollbackOn = Exception.class)
    public boolean delete(long id) {
        try (Connection connection = hub.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from sync_rule where id = ?")) {
            delete.setLong(1, id);
            return delete.executeUpdate() > 0;
        } catch (SQLException e) {
            throw silent(e);
        }
    }

    /** Returns whether a pattern matches a route: {@code *} stands for any text, also an empty one. */
    static boolean concerns(String pattern, String route) {
        String[] parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return pattern.equals(route);
        }
        String last = parts[parts.length - 1];
        int at = parts[0].length();
        if (!route.startsWith(parts[0]) || !route.endsWith(last)) {
            return false;
        }
        for (String part : Arrays.asList(parts).subList(1, parts.length - 1)) {
            int found = route.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return at <= route.length() - last.length();
    }

    private List<Rule> select(String sql, Object... values) {
        List<Rule> rules = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String operator = rows.getString(4);
                    rules.add(new Rule(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getString(3),
                            operator == null ? null : Operator.valueOf(operator),
                            List.of((String[]) rows.getArray(5).getArray()),
                            rows.getBoolean(6),
                            rows.getString(7),
                            Effect.valueOf(rows.getString(8)),
                            rows.getObject(9, OffsetDateTime.class).toInstant(),
                            rows.getString(10)));
                }
            }
        } catch (SQLException e) {
            throw silent(e);
        }
        return rules;
    }

    private static IllegalStateException silent(SQLException e) {
        return new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
    }
}
