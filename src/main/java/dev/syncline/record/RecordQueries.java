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

/** What others may ask of the status table. */
@ApplicationScoped
public class RecordQueries {
    /** A search looks at so many records, and then answers with what it found and where it goes on. */
    private static final int MOST_LOOKED_AT = 50_000;

    /** The key itself is looked up; a text that is somewhere in them, in the first records of each route. */
    private static final String SHARES =
            """
            select r.name,
                   (select count(*) from sync_record k
                    where k.route = r.id and k.key = :q and k.status = :status and not k.keyless)
                   + (select count(*) from (
                          select key, title from sync_record l
                          where l.route = r.id and l.status = :status and l.status <> 1 and not l.keyless
                          order by l.key limit :most) looked
                      where key <> :q and (strpos(lower(key), :text) > 0 or strpos(lower(title), :text) > 0)),
                   {status} <= :most
            from sync_route r where {status} > 0 order by r.name""";

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
     * @param route its id; null for all
     * @param status null for all
     * @param q text that key or title contains, whatever the case; null for all
     * @param after the place to go on behind
     * @param limit how many records at the most
     */
    @Transactional(rollbackOn = Exception.class)
    public Stretch after(String route, RecordStatus status, String q, Place after, int limit) {
        StringBuilder where = new StringBuilder(
                route != null ? "route = :route and key > :afterKey" : "(route, key) > (:afterRoute, :afterKey)");
        if (status != null) {
            where.append(" and status = ").append(status.code());
            if (status != RecordStatus.SUCCESS) {
                where.append(" and status <> 1"); // lets the partial index be used
            }
        }
        int look = q == null ? limit + 1 : MOST_LOOKED_AT;
        Query query = hub.createNativeQuery(
                        "select * from sync_record where " + where + " order by route, key limit " + look,
                        SyncRecord.class)
                .setParameter("afterKey", after.key());
        if (route != null) {
            query.setParameter("route", numbers.of(route));
        } else {
            query.setParameter("afterRoute", after.route());
        }
        List<SyncRecord> exact = q == null || !after.equals(Place.FIRST) ? List.of() : exact(route, status, q, limit);
        Stretch rest = stretch(query, q, limit - exact.size(), look);
        List<SyncRecord> found = new ArrayList<>(exact);
        found.addAll(rest.records());
        return new Stretch(found, rest.next());
    }

    /** Records whose key is the text itself: what a person mostly looks for, found at once by index. */
    private List<SyncRecord> exact(String route, RecordStatus status, String q, int limit) {
        StringBuilder sql = new StringBuilder("select * from sync_record where key = :q and ");
        sql.append(route != null ? "route = :route" : "route in (select id from sync_route)");
        if (status != null) {
            sql.append(" and status = ").append(status.code());
        }
        Query query = hub.createNativeQuery(sql + " order by route", SyncRecord.class)
                .setParameter("q", q)
                .setMaxResults(limit);
        if (route != null) {
            query.setParameter("route", numbers.of(route));
        }
        return objects(query).map(SyncRecord.class::cast).toList();
    }

    private static Stretch stretch(Query query, String q, int limit, int look) {
        List<SyncRecord> found = new ArrayList<>();
        Place last = null;
        int seen = 0;
        try (Stream<Object> rows = objects(query.setHint(AvailableHints.HINT_FETCH_SIZE, 1_000))) {
            for (Object row : (Iterable<Object>) rows::iterator) {
                SyncRecord record = (SyncRecord) row;
                boolean isWanted = contains(record, q);
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

    private static boolean contains(SyncRecord record, String q) {
        if (q == null) {
            return true;
        }
        String text = q.toLowerCase(Locale.ROOT);
        return !record.key.equals(q) // those come first
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
     * How many records of each route may be retried that are in a status, in order of the routes' ids; routes that have
     * none in it are not in the answer.
     *
     * @param status another one than SUCCESS
     * @param q text that key or title contains, whatever the case; null for all
     */
    @Transactional(rollbackOn = Exception.class)
    public List<Share> shares(RecordStatus status, String q) {
        if (q == null) {
            return shares(hub.createNativeQuery("select name, " + status.column() + ", true from sync_route where "
                    + status.column() + " > 0 order by name"));
        }
        return shares(hub.createNativeQuery(SHARES.replace("{status}", status.column()))
                .setParameter("status", status.code())
                .setParameter("q", q)
                .setParameter("text", q.toLowerCase(Locale.ROOT))
                .setParameter("most", MOST_LOOKED_AT));
    }

    private static List<Share> shares(Query query) {
        return objects(query)
                .map(Object[].class::cast)
                .map(row -> new Share((String) row[0], ((Number) row[1]).longValue(), (Boolean) row[2]))
                .toList();
    }
}
