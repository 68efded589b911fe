package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The table {@code sync_parked}: records that runs look at again though they did not change at the source. What waits for
 * a parent or a rule is left alone until that is there or gone, however many wait for it.
 */
@ApplicationScoped
public class ParkedRecords {
    /** Of a record whose source tells no changed-at: behind all others. */
    private static final long LAST = Long.MAX_VALUE;

    /** Records made ready by one statement. */
    private static final int PIECE = 50_000;

    /** Goes from one awaited parent, and one rule, to the next by index, and so looks at each once. */
    private static final String RELEASE =
            """
            with recursive parent as (
                (select parent_route as route, parent_key as key from sync_parked
                 where route = ? and not ready and parent_route is not null
                 order by parent_route, parent_key limit 1)
                union all
                select n.route, n.key from parent p cross join lateral (
                    select parent_route as route, parent_key as key from sync_parked
                    where route = ? and not ready and parent_route is not null
                      and (parent_route, parent_key) > (p.route, p.key)
                    order by parent_route, parent_key limit 1) n),
            rule as (
                (select rule as id from sync_parked where route = ? and not ready and rule is not null
                 order by rule limit 1)
                union all
                select n.id from rule r cross join lateral (
                    select rule as id from sync_parked
                    where route = ? and not ready and rule is not null and rule > r.id
                    order by rule limit 1) n),
            there as (
                select p.route, p.key from parent p
                where p.route <> all (?) or exists (
                    select from sync_record r
                    where r.route = p.route and r.key = p.key and r.content_hash is not null and r.action <> 4)),
            gone as (
                select r.id from rule r where not exists (select from sync_rule s where s.id = r.id)),
            children as (
                select w.key from there t
                join sync_parked w on w.route = ? and not w.ready and w.parent_route = t.route and w.parent_key = t.key
                limit #pieces for update of w skip locked),
            ruled as (
                select w.key from gone g
                join sync_parked w on w.route = ? and not w.ready and w.rule = g.id
                limit #pieces for update of w skip locked),
            waiting as (select key from children union all select key from ruled)
            update sync_parked p set ready = true from waiting w where p.route = ? and p.key = w.key"""
                    .replace("#pieces", Integer.toString(PIECE));

    private static final String WRITE =
            """
            insert into sync_parked (route, key, changed_at, ready, deep, parent_route, parent_key, rule)
            select ?, p.* from unnest(?::text[], ?::bigint[], ?::boolean[], ?::boolean[], ?::integer[], ?::text[], ?::bigint[])
                as p (key, changed_at, ready, deep, parent_route, parent_key, rule)
            on conflict (route, key) do update
            set changed_at = excluded.changed_at, ready = excluded.ready, deep = excluded.deep,
                parent_route = excluded.parent_route, parent_key = excluded.parent_key, rule = excluded.rule""";

    /** A record that may go now, at its place in the order of the source. */
    public record Place(long changedAt, String key, boolean deep) {
        public static final Place FIRST = new Place(Long.MIN_VALUE, "", false);
    }

    private final DataSource hub;

    ParkedRecords(DataSource hub) {
        this.hub = hub;
    }

    /** Those of the routes, by their numbers, that have such records. */
    public Set<Integer> having(Collection<Integer> routes) throws SQLException {
        if (routes.isEmpty()) {
            return Set.of();
        }
        Set<Integer> having = new HashSet<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id from unnest(?::integer[]) r (id) where exists (select from sync_parked where route = id)")) {
            select.setArray(1, connection.createArrayOf("int4", routes.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    having.add(rows.getInt(1));
                }
            }
        }
        return having;
    }

    /**
     * Makes ready what waits for a parent that is at its target now, or a rule that was deleted. What another transaction
     * is at is left to the next call.
     *
     * @param parents numbers of the routes that the route's parents come from; what waits for any other is ready too
     */
    public void release(int route, Collection<Integer> parents) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(RELEASE)) {
            for (int i : new int[] {1, 2, 3, 4, 6, 7, 8}) {
                update.setInt(i, route);
            }
            update.setArray(5, connection.createArrayOf("int4", parents.toArray()));
            while (update.executeUpdate() >= PIECE) {
                // the rest of many
            }
        }
    }

    /**
     * Parks what is kept back and is not parked, in the caller's transaction: processes of a version that did not park
     * may have written it.
     */
    public void parkOthers(int route) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        insert into sync_parked (route, key, changed_at, ready, deep)
                        select r.route, r.key, coalesce(r.changed_at, ?), true, true
                        from sync_record r
                        where r.route = ? and r.status <> 1 and (r.status in (3, 4) or r.status = 2 and r.transient)
                          and not r.keyless
                          and not exists (select from sync_parked p where p.route = r.route and p.key = r.key)""")) {
            insert.setLong(1, LAST);
            insert.setInt(2, route);
            insert.executeUpdate();
        }
    }

    /** Whether there are records whose parent came, and that no run has looked at since. */
    public boolean hasReleased(int route) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        """
                        select exists (
                            select from sync_parked p join sync_record r on r.route = p.route and r.key = p.key
                            where p.route = ? and p.ready and p.parent_route is not null)""")) {
            select.setInt(1, route);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    /**
     * Records that may go, as far as is known, and that the run has not written yet, in the order of the source.
     *
     * @param ofParents only those that waited for a parent
     */
    public List<Place> ready(int route, long runId, boolean ofParents, Place after, int limit) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        """
                        select p.changed_at, p.key, p.deep from sync_parked p
                        join sync_record r on r.route = p.route and r.key = p.key
                        where p.route = ? and p.ready and (p.changed_at, p.key) > (?, ?) and r.run_id <> ?
                        """
                                + (ofParents ? "and p.parent_route is not null " : "")
                                + "order by p.changed_at, p.key limit ?")) {
            select.setInt(1, route);
            select.setLong(2, after.changedAt());
            select.setString(3, after.key());
            select.setLong(4, runId);
            select.setInt(5, limit);
            return places(select);
        }
    }

    /**
     * Records that would be ready after {@link #release}, for a dry run, which releases nothing.
     *
     * @param parents as for {@link #release}
     */
    public List<Place> wouldBeReady(int route, Collection<Integer> parents, Place after, int limit)
            throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        """
                        select p.changed_at, p.key, p.deep from sync_parked p
                        where p.route = ? and (p.changed_at, p.key) > (?, ?)
                          and (p.ready
                               or p.parent_route <> all (?)
                               or exists (select from sync_record r
                                          where r.route = p.parent_route and r.key = p.parent_key
                                            and r.content_hash is not null and r.action <> 4)
                               or p.rule is not null and not exists (select from sync_rule s where s.id = p.rule))
                        order by p.changed_at, p.key limit ?""")) {
            select.setInt(1, route);
            select.setLong(2, after.changedAt());
            select.setString(3, after.key());
            select.setArray(4, connection.createArrayOf("int4", parents.toArray()));
            select.setInt(5, limit);
            return places(select);
        }
    }

    private static List<Place> places(PreparedStatement select) throws SQLException {
        List<Place> places = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                places.add(new Place(rows.getLong(1), rows.getString(2), rows.getBoolean(3)));
            }
        }
        return places;
    }

    /** Of these records no run can say what became of them: each looks at them, and none is ordered for their sake. */
    public void unclear(int route, Collection<String> keys) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update sync_parked set parent_route = null, parent_key = null, rule = null"
                                + " where route = ? and key = any (?)")) {
            update.setInt(1, route);
            update.setArray(2, connection.createArrayOf("text", keys.toArray()));
            update.executeUpdate();
        }
    }

    /** Parks the records of a page that are kept back, and takes out those that are not any more. */
    static void write(Connection connection, int route, List<Outcome> outcomes) throws SQLException {
        List<Outcome> kept = outcomes.stream().filter(ParkedRecords::isKeptBack).toList();
        String[] others = outcomes.stream()
                .filter(o -> !isKeptBack(o) && o.known() != null && mayBeParked(o.known()))
                .map(Outcome::key)
                .toArray(String[]::new);
        if (others.length > 0) {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from sync_parked where route = ? and key = any (?)")) {
                delete.setInt(1, route);
                delete.setArray(2, connection.createArrayOf("text", others));
                delete.executeUpdate();
            }
        }
        if (!kept.isEmpty()) {
            park(connection, route, kept);
        }
    }

    private static boolean isKeptBack(Outcome outcome) {
        return outcome.waits() != null || outcome.transientFailure();
    }

    private static boolean mayBeParked(Known known) {
        return switch (known.status()) {
            case SUCCESS -> false;
            case FAILED -> known.transientFailure();
            default -> true;
        };
    }

    private static void park(Connection connection, int route, List<Outcome> kept) throws SQLException {
        int n = kept.size();
        Object[][] columns = {
            new String[n], new Long[n], new Boolean[n], new Boolean[n], new Integer[n], new String[n], new Long[n]
        };
        for (int i = 0; i < n; i++) {
            Outcome o = kept.get(i);
            Waits waits = o.waits() == null ? Waits.FOR_A_TARGET : o.waits();
            columns[0][i] = o.key();
            columns[1][i] = o.changedAt() == null ? (Long) LAST : o.changedAt();
            columns[2][i] = waits.isAlwaysReady();
            columns[3][i] = waits.deep();
            columns[4][i] = waits.parentRoute();
            columns[5][i] = waits.parentKey();
            columns[6][i] = waits.rule();
        }
        String[] types = {"text", "int8", "bool", "bool", "int4", "text", "int8"};
        try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
            insert.setInt(1, route);
            for (int c = 0; c < types.length; c++) {
                insert.setArray(c + 2, connection.createArrayOf(types[c], columns[c]));
            }
            insert.executeUpdate();
        }
    }
}
