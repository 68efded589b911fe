package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Records that are kept back, grouped by reason. The reasons are found by stepping through the index from one to the next,
 * so that it matters how many reasons there are and not how many records.
 */
@ApplicationScoped
public class ReasonGroups {
    /** As it stands in the index {@code sync_record_by_reason}. */
    public static final String MASKED = "(sync_masked_reason(reason, key) collate \"C\")";

    /** A group counts so many of its records; of a larger one is said that it has more. */
    static final int MOST_COUNTED = 20_000;

    private static final String NEXT =
            """
            select route, status, MASKED as reason from sync_record
            where status <> 1 and status > 0 and (route, status, MASKED) > (AFTER)
                  and (?::int is null or route = ?) and (?::int is null or status = ?)
            order by route, status, MASKED limit 1"""
                    .replace("MASKED", MASKED);

    static final String GROUPS =
            """
            with recursive step as (
                select 1 as n, first.* from (FIRST) as first
                union all
                select step.n + 1, next.* from step cross join lateral (NEXT) as next where step.n < ?)
            select r.name, step.status, step.reason, looked.count, looked.example, looked.first, looked.last, step.route,
                   case step.status when 2 then r.failed when 3 then r.blocked else r.on_hold end
            from step
            join sync_route r on r.id = step.route
            cross join lateral (
                select count(*) as count, min(reason) as example, min(attempted_at) as first, max(attempted_at) as last
                from (select reason, attempted_at from sync_record
                      where route = step.route and status = step.status and status <> 1 and MASKED = step.reason
                      limit ?) as part) as looked
            order by step.n"""
                    .replace("FIRST", NEXT.replace("AFTER", "?, ?, ?"))
                    .replace("NEXT", NEXT.replace("AFTER", "step.route, step.status, step.reason"))
                    .replace("MASKED", MASKED);

    private final DataSource hub;
    private final RouteNumbers numbers;

    ReasonGroups(DataSource hub, RouteNumbers numbers) {
        this.hub = hub;
        this.numbers = numbers;
    }

    /** A group's place in the order of routes, statuses and reasons. */
    public record Place(int route, int status, String reason) {
        public static final Place FIRST = new Place(0, -1, "");
    }

    /** A group with its place. */
    public record Found(ReasonGroup group, Place place) {}

    /**
     * Groups of one route or all, behind that place.
     *
     * @param route its id; null for all
     * @param status null for all but SUCCESS and IN_PROGRESS
     */
    public List<Found> after(String route, RecordStatus status, Place after, int limit) {
        Integer number = route == null ? null : numbers.of(route);
        Integer code = status == null ? null : (int) status.code();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(GROUPS)) {
            select.setInt(1, after.route());
            select.setInt(2, after.status());
            select.setString(3, after.reason());
            for (int step : new int[] {4, 8}) {
                select.setObject(step, number, Types.INTEGER);
                select.setObject(step + 1, number, Types.INTEGER);
                select.setObject(step + 2, code, Types.INTEGER);
                select.setObject(step + 3, code, Types.INTEGER);
            }
            select.setInt(12, limit);
            select.setInt(13, MOST_COUNTED);
            List<Found> found = new ArrayList<>();
            Map<List<Integer>, Long> wholes = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(found(row));
                    wholes.put(List.of(row.getInt(8), row.getInt(2)), row.getLong(9));
                }
            }
            boolean isAll = after.equals(Place.FIRST) && found.size() < limit;
            return isAll ? completed(found, wholes) : found;
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        long count = row.getLong(4);
        boolean isWhole = count < MOST_COUNTED;
        return new Found(
                new ReasonGroup(
                        row.getString(1),
                        RecordStatus.of(row.getInt(2)),
                        row.getString(3),
                        count,
                        isWhole,
                        row.getString(5),
                        isWhole ? Instant.ofEpochMilli(row.getLong(6)) : null,
                        isWhole ? Instant.ofEpochMilli(row.getLong(7)) : null),
                new Place(row.getInt(8), row.getInt(2), row.getString(3)));
    }

    /** Where one group alone of a route and status has more than were counted, it has all that the others have not. */
    private static List<Found> completed(List<Found> groups, Map<List<Integer>, Long> wholes) {
        Map<List<Integer>, Long> others = new HashMap<>();
        Map<List<Integer>, Integer> open = new HashMap<>();
        for (Found found : groups) {
            others.merge(place(found), found.group().isWhole() ? found.group().count() : 0, Long::sum);
            open.merge(place(found), found.group().isWhole() ? 0 : 1, Integer::sum);
        }
        return groups.stream()
                .map(found -> found.group().isWhole() || open.get(place(found)) > 1
                        ? found
                        : new Found(
                                found.group().withWholeCount(wholes.get(place(found)) - others.get(place(found))),
                                found.place()))
                .toList();
    }

    private static List<Integer> place(Found found) {
        return List.of(found.place().route(), found.place().status());
    }
}
