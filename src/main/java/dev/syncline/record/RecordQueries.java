package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.jpa.AvailableHints;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

/** What others may ask of the status table. */
@ApplicationScoped
public class RecordQueries {
    /** A search looks at so many records, and then answers with what it found and where it goes on. */
    private static final int MOST_LOOKED_AT = 50_000;

    /** The key itself is looked up; a text that is somewhere in them, in the first records of each route. */
    private static final String SHARES =
            """
            select r.name, exact.n + part.n, part.looked < :most
            from sync_route r
            cross join lateral (
                select count(*) as n from sync_record
                where route = r.id and key = :q and status = :status and not keyless {more}) as exact
            cross join lateral (
                select count(*) as looked, count(*) filter (where {wanted}) as n
                from (select key, title, attempted_at from sync_record
                      where route = r.id and status = :status and status <> 1 and not keyless {reason}
                      order by key limit :most) as looked) as part
            where {status} > 0 and r.name = coalesce(:name, r.name) order by r.name""";

    private static final String OF_REASON = " and " + ReasonGroups.MASKED + " = :reason";

    private static final String CONTAINS = "(strpos(lower(key), :text) > 0 or strpos(lower(title), :text) > 0)";

    /** The records of one reason are found by it, route by route. */
    private static final String BY_REASON =
            """
            select record.* from sync_route r
            cross join (values (2), (3), (4)) as s (status)
            cross join lateral (
                select * from sync_record
                where route = r.id and status = s.status and status <> 1 {reason}
                      and key > case when r.id = :afterRoute then :afterKey else '' end
                order by key limit :look) as record
            where r.id >= :afterRoute and r.id = coalesce(:route, r.id) and s.status = coalesce(:status, s.status)
            order by record.route, record.key limit :look""";

    /**
     * @param found its records that are what is wanted
     * @param isWhole whether all of its records in that status were looked at
     */
    public record Share(String route, long found, boolean isWhole) {}

    /** A record's place in the order of the table. */
    public record Place(int route, String key) {
        public static final Place FIRST = new Place(0, "");
    }

    /** @param next where the rest begins; null at the end of the table */
    public record Stretch(List<SyncRecord> records, Place next) {}

    private final EntityManager hub;
    private final RouteNumbers numbers;

    RecordQueries(EntityManager hub, RouteNumbers numbers) {
        this.hub = hub;
        this.numbers = numbers;
    }

    /**
     * A stretch of the status table, in order of route and key.
     *
     * @param after the place to go on behind
     * @param limit how many records at the most
     */
    @Transactional(rollbackOn = Exception.class)
    public Stretch after(RecordFilter filter, Place after, int limit) {
        boolean isLookedThrough = filter.q() != null || filter.from() != null || filter.to() != null;
        int look = isLookedThrough ? MOST_LOOKED_AT : limit + 1;
        Query query = filter.reason() == null ? inOrder(filter, after, look) : ofReason(filter, after, look);
        List<SyncRecord> exact = filter.q() == null || !after.equals(Place.FIRST) ? List.of() : exact(filter, limit);
        Stretch rest = stretch(query, filter, limit - exact.size(), look);
        List<SyncRecord> found = new ArrayList<>(exact);
        found.addAll(rest.records());
        return new Stretch(found, rest.next());
    }

    private Query inOrder(RecordFilter filter, Place after, int look) {
        StringBuilder where = new StringBuilder(
                filter.route() != null
                        ? "route = :route and key > :afterKey"
                        : "(route, key) > (:afterRoute, :afterKey)");
        RecordStatus status = filter.status();
        if (status != null) {
            where.append(" and status = ").append(status.code());
            if (status != RecordStatus.SUCCESS) {
                where.append(" and status <> 1"); // lets the partial index be used
            }
        }
        Query query = hub.createNativeQuery(
                        "select * from sync_record where " + where + " order by route, key limit " + look,
                        SyncRecord.class)
                .setParameter("afterKey", after.key());
        return filter.route() != null
                ? query.setParameter("route", numbers.of(filter.route()))
                : query.setParameter("afterRoute", after.route());
    }

    private Query ofReason(RecordFilter filter, Place after, int look) {
        return hub.createNativeQuery(BY_REASON.replace("{reason}", OF_REASON), SyncRecord.class)
                .setParameter("reason", filter.reason())
                .setParameter("afterRoute", after.route())
                .setParameter("afterKey", after.key())
                .setParameter("look", look)
                .setParameter(
                        "route",
                        new TypedParameterValue<>(
                                StandardBasicTypes.INTEGER, filter.route() == null ? null : numbers.of(filter.route())))
                .setParameter(
                        "status",
                        new TypedParameterValue<>(
                                StandardBasicTypes.INTEGER,
                                filter.status() == null
                                        ? null
                                        : (int) filter.status().code()));
    }

    /** Records whose key is the text itself: what a person mostly looks for, found at once by index. */
    private List<SyncRecord> exact(RecordFilter filter, int limit) {
        StringBuilder sql = new StringBuilder("select * from sync_record where key = :q and ");
        sql.append(filter.route() != null ? "route = :route" : "route in (select id from sync_route)");
        if (filter.status() != null) {
            sql.append(" and status = ").append(filter.status().code());
        }
        if (filter.reason() != null) {
            sql.append(" and status <> 1").append(OF_REASON);
        }
        Query query = hub.createNativeQuery(sql + " order by route", SyncRecord.class)
                .setParameter("q", filter.q())
                .setMaxResults(limit);
        if (filter.route() != null) {
            query.setParameter("route", numbers.of(filter.route()));
        }
        if (filter.reason() != null) {
            query.setParameter("reason", filter.reason());
        }
        return objects(query)
                .map(SyncRecord.class::cast)
                .filter(record -> isInTime(record, filter))
                .toList();
    }

    private static Stretch stretch(Query query, RecordFilter filter, int limit, int look) {
        List<SyncRecord> found = new ArrayList<>();
        Place last = null;
        int seen = 0;
        try (Stream<Object> rows = objects(query.setHint(AvailableHints.HINT_FETCH_SIZE, 1_000))) {
            for (Object row : (Iterable<Object>) rows::iterator) {
                SyncRecord record = (SyncRecord) row;
                boolean isWanted = contains(record, filter) && isInTime(record, filter);
                if (isWanted && found.size() == limit) {
                    return new Stretch(found, last);
                }
                if (isWanted) {
                    found.add(record);
                }
                last = new Place(record.route, record.key);
                seen++;
            }
        }
        return new Stretch(found, seen == look ? last : null);
    }

    @SuppressWarnings("unchecked")
    private static Stream<Object> objects(Query query) {
        return query.getResultStream();
    }

    private static boolean isInTime(SyncRecord record, RecordFilter filter) {
        return (filter.from() == null || record.attemptedAt >= filter.fromMillis())
                && (filter.to() == null || record.attemptedAt < filter.toMillis());
    }

    private static boolean contains(SyncRecord record, RecordFilter filter) {
        String text = filter.text();
        if (text == null) {
            return true;
        }
        return !record.key.equals(filter.q()) // those come first
                && (record.key.toLowerCase(Locale.ROOT).contains(text)
                        || record.title != null
                                && record.title.toLowerCase(Locale.ROOT).contains(text));
    }

    @Transactional(rollbackOn = Exception.class)
    public Optional<SyncRecord> find(String route, String key) {
        return SyncRecord.findByIdOptional(new SyncRecord.Key(numbers.of(route), key));
    }

    /** What was to be sent, JSON; empty for a record that is a success. */
    @Transactional(rollbackOn = Exception.class)
    public Optional<String> payload(String route, String key) {
        List<?> found = hub.createNativeQuery("select payload from sync_payload where route = ?1 and key = ?2")
                .setParameter(1, numbers.of(route))
                .setParameter(2, key)
                .getResultList();
        return found.stream().map(Object::toString).findFirst();
    }

    /**
     * How many records of each route may be retried that a filter with a status shows, in order of the routes' ids; routes
     * without any record in that status are not in the answer.
     */
    @Transactional(rollbackOn = Exception.class)
    public List<Share> shares(RecordFilter filter) {
        String counter = filter.status().column();
        if (filter.isStatusOnly()) {
            return shares(hub.createNativeQuery("select name, " + counter + ", true from sync_route where " + counter
                            + " > 0 and name = coalesce(:name, name) order by name")
                    .setParameter("name", text(filter.route())));
        }
        String time = time(filter);
        String wanted = filter.q() == null ? "true" : "key <> :q and " + CONTAINS;
        String reason = filter.reason() == null ? "" : OF_REASON;
        Query query = hub.createNativeQuery(SHARES.replace("{status}", counter)
                        .replace("{reason}", reason)
                        .replace("{more}", (filter.reason() == null ? "" : " and status <> 1" + reason) + time)
                        .replace("{wanted}", wanted + time))
                .setParameter("status", filter.status().code())
                .setParameter("q", text(filter.q()))
                .setParameter("name", text(filter.route()))
                .setParameter("most", MOST_LOOKED_AT);
        if (filter.q() != null) {
            query.setParameter("text", filter.text());
        }
        if (filter.reason() != null) {
            query.setParameter("reason", filter.reason());
        }
        return shares(query);
    }

    /** How many records that a filter with route and status shows nobody can ask for: their rows have no key of their own. */
    @Transactional(rollbackOn = Exception.class)
    public long keyless(RecordFilter filter) {
        Query query = hub.createNativeQuery("select count(*) from sync_record where route = :route and keyless"
                        + " and status = :status" + (filter.reason() == null ? "" : OF_REASON) + time(filter)
                        + (filter.q() == null ? "" : " and " + CONTAINS))
                .setParameter("route", numbers.of(filter.route()))
                .setParameter("status", filter.status().code());
        if (filter.reason() != null) {
            query.setParameter("reason", filter.reason());
        }
        if (filter.q() != null) {
            query.setParameter("text", filter.text());
        }
        return ((Number) query.getSingleResult()).longValue();
    }

    private static String time(RecordFilter filter) {
        return (filter.from() == null ? "" : " and attempted_at >= " + filter.fromMillis())
                + (filter.to() == null ? "" : " and attempted_at < " + filter.toMillis());
    }

    private static TypedParameterValue<String> text(String value) {
        return new TypedParameterValue<>(StandardBasicTypes.STRING, value);
    }

    private static List<Share> shares(Query query) {
        return objects(query)
                .map(Object[].class::cast)
                .map(row -> new Share((String) row[0], ((Number) row[1]).longValue(), (Boolean) row[2]))
                .toList();
    }
}
