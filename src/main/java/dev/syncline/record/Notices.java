package dev.syncline.record;

import dev.syncline.json.Escaped;
import dev.syncline.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person should look at. There is one open notice for each kind, route and key; a kind's name is upper case with
 * underscores, {@code MISSING_ITEM}. Every method takes part in the caller's transaction where there is one: a notice
 * raised within a page's is there if the page is.
 */
@ApplicationScoped
public class Notices {
    /** Who resolves a notice whose cause went away by itself. */
    public static final String SYNCLINE = "syncline";

    private static final String RAISE =
            """
            insert into sync_notice (kind, route, key, text, at, last_at)
            values (:kind, nullif(:route, ''), nullif(:key, ''), :text, :now, :now)
            on conflict (kind, coalesce(route, ''), coalesce(key, '')) where resolved_at is null
            do update set text = excluded.text, last_at = excluded.last_at, count = sync_notice.count + 1""";
    private static final String CLEAR =
            """
            update sync_notice set resolved_at = :now, resolved_by = :by
            where kind = :kind and coalesce(route, '') = :route and coalesce(key, '') = :key and resolved_at is null""";

    /** Parts of a record are named after it, so that they are next to it in the index. */
    private static final String ABOUT =
            """
            select record.route, record.key, notice.id
            from unnest(cast(:routes as text[]), cast(:keys as text[])) as record (route, key)
                cross join lateral (
                    select id from sync_notice
                    where resolved_at is null and route = record.route
                          and key collate "C" >= record.key and key collate "C" < record.key || ' m'
                          and (key = record.key or starts_with(key, record.key || ' line ')
                               or starts_with(key, record.key || ' item '))
                    order by id desc limit :limit) as notice
            order by notice.id desc""";

    /** Steps through the index, so that it reads no more than it counts. */
    private static final String KINDS =
            """
            with recursive known (kind) as (
                (select kind from sync_notice where resolved_at is null order by kind limit 1)
                union all
                select (select n.kind from sync_notice n
                        where n.resolved_at is null and n.kind > known.kind order by n.kind limit 1)
                from known where known.kind is not null)
            select known.kind, counted.found, newest.id
            from known
                cross join lateral (
                    select count(*) as found
                    from (select from sync_notice n where n.resolved_at is null and n.kind = known.kind limit :limit)
                         as limited) as counted
                cross join lateral (
                    select n.id from sync_notice n
                    where n.resolved_at is null and n.kind = known.kind order by n.id desc limit 1) as newest
            order by known.kind""";

    /** The most notices of a kind that are counted. */
    private static final int MOST_COUNTED = 10_000;

    private final EntityManager hub;
    private final Clock clock;

    Notices(EntityManager hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    /**
     * Opens a notice; the one that is open already gets the new text, and counts.
     *
     * @param route null where it is of no route
     * @param key of what it is about; null where it is about the route as a whole
     * @param text what is the matter and what to do
     */
    @Transactional(rollbackOn = Exception.class)
    public void raise(String kind, String route, String key, String text) {
        of(hub.createNativeQuery(RAISE), kind, route, key)
                .setParameter("text", Escaped.of(Secrets.masked(text)))
                .executeUpdate();
    }

    /** Resolves the open notice, if there is one: its cause went away by itself. */
    @Transactional(rollbackOn = Exception.class)
    public void clear(String kind, String route, String key) {
        of(hub.createNativeQuery(CLEAR), kind, route, key)
                .setParameter("by", SYNCLINE)
                .executeUpdate();
    }

    /** Resolves the open notices of these keys. */
    @Transactional(rollbackOn = Exception.class)
    public void clearAll(String kind, String route, Collection<String> keys) {
        hub.createNativeQuery(
                        """
                        update sync_notice set resolved_at = :now, resolved_by = :by
                        where kind = :kind and coalesce(route, '') = :route and coalesce(key, '') in (:keys)
                              and resolved_at is null""")
                .setParameter("kind", kind)
                .setParameter("route", Objects.toString(route, ""))
                .setParameter("keys", keys)
                .setParameter("now", clock.instant())
                .setParameter("by", SYNCLINE)
                .executeUpdate();
    }

    /**
     * The open notices of a kind.
     *
     * @param count how many they are; where not {@code isWhole}, there are more
     * @param lastAt when the newest was raised last
     * @param text of the newest
     */
    public record OpenKind(String kind, long count, boolean isWhole, Instant lastAt, String text) {}

    /** The kinds that have open notices, by their names. */
    @Transactional(rollbackOn = Exception.class)
    @SuppressWarnings("unchecked")
    public List<OpenKind> openKinds() {
        List<Object[]> found = hub.createNativeQuery(KINDS)
                .setParameter("limit", MOST_COUNTED + 1)
                .getResultList();
        Map<Long, Notice> newest =
                byId(found.stream().map(row -> ((Number) row[2]).longValue()).toList());
        return found.stream()
                .map(row -> {
                    long count = ((Number) row[1]).longValue();
                    Notice notice = newest.get(((Number) row[2]).longValue());
                    return new OpenKind(
                            (String) row[0],
                            Math.min(count, MOST_COUNTED),
                            count <= MOST_COUNTED,
                            notice.lastAt,
                            notice.text);
                })
                .toList();
    }

    private static Map<Long, Notice> byId(Collection<Long> ids) {
        return Notice.<Notice>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(notice -> notice.id, notice -> notice));
    }

    /** What notices may be about. */
    public record Subject(String route, String key) {}

    /**
     * The open notices about records, newest first: their own, and those of parts of them, {@code <key> line 3}. A record
     * without one is not in the answer.
     *
     * @param limit of notices a record
     */
    @Transactional(rollbackOn = Exception.class)
    @SuppressWarnings("unchecked")
    public Map<Subject, List<Notice>> about(Collection<Subject> records, int limit) {
        List<Object[]> found = hub.createNativeQuery(ABOUT)
                .setParameter("routes", records.stream().map(Subject::route).toArray(String[]::new))
                .setParameter("keys", records.stream().map(Subject::key).toArray(String[]::new))
                .setParameter("limit", limit)
                .getResultList();
        Map<Long, Notice> notices =
                byId(found.stream().map(row -> ((Number) row[2]).longValue()).toList());
        return found.stream()
                .collect(Collectors.groupingBy(
                        row -> new Subject((String) row[0], (String) row[1]),
                        Collectors.mapping(row -> notices.get(((Number) row[2]).longValue()), Collectors.toList())));
    }

    private Query of(Query query, String kind, String route, String key) {
        return query.setParameter("kind", kind)
                .setParameter("route", Objects.toString(route, ""))
                .setParameter("key", Escaped.of(Objects.toString(key, "")))
                .setParameter("now", clock.instant());
    }

    /** A person has seen to it; whether it was open. */
    @Transactional(rollbackOn = Exception.class)
    public boolean resolve(long id, String who) {
        return Notice.update(
                        "resolvedAt = ?1, resolvedBy = ?2 where id = ?3 and resolvedAt is null",
                        clock.instant(),
                        who,
                        id)
                > 0;
    }

    /** The open notices of these kinds. */
    @Transactional(rollbackOn = Exception.class)
    public List<Notice> open(Collection<String> kinds) {
        return Notice.list("kind in ?1 and resolvedAt is null", kinds);
    }

    @Transactional(rollbackOn = Exception.class)
    public Optional<Notice> find(long id) {
        return Notice.findByIdOptional(id);
    }

    /**
     * Notices, newest first.
     *
     * @param open null for both
     * @param kind null for all
     * @param route null for all
     * @param q text that kind, key or text contains, whatever the case; null for all
     * @param before only notices with a smaller number
     */
    @Transactional(rollbackOn = Exception.class)
    @SuppressWarnings("unchecked")
    public List<Notice> newestFirst(Boolean open, String kind, String route, String q, long before, int limit) {
        StringBuilder sql = new StringBuilder("select * from sync_notice where id < :before");
        if (open != null) {
            sql.append(open ? " and resolved_at is null" : " and resolved_at is not null");
        }
        if (kind != null) {
            sql.append(" and kind = :kind");
        }
        if (route != null) {
            sql.append(" and route = :route");
        }
        if (q != null) {
            sql.append(" and position(lower(:q) in lower(concat_ws(' ', kind, key, text))) > 0");
        }
        Query query = hub.createNativeQuery(sql + " order by id desc limit :limit", Notice.class)
                .setParameter("before", before)
                .setParameter("limit", limit);
        if (kind != null) {
            query.setParameter("kind", kind);
        }
        if (route != null) {
            query.setParameter("route", route);
        }
        if (q != null) {
            query.setParameter("q", q);
        }
        return query.getResultList();
    }
}
