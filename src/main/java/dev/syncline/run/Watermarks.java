package dev.syncline.run;

import dev.syncline.page.Page.Unit;
import dev.syncline.page.Range;
import dev.syncline.page.Window;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.phase.Reach;
import dev.syncline.value.Micros;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Up to which source time, or row version, the {@code changes} of a route are complete. */
@ApplicationScoped
class Watermarks {
    private static final Logger LOG = Logger.getLogger(Watermarks.class);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration FURTHEST_CLOCK = Duration.ofDays(1);

    private final EntityManager hub;
    private final Catalog catalog;
    private final Outliers outliers;

    Watermarks(EntityManager hub, Catalog catalog, Outliers outliers) {
        this.hub = hub;
        this.catalog = catalog;
        this.outliers = outliers;
    }

    /** The window of {@code changes}: from the watermark, less the overlap; everything where there is none yet. */
    @Transactional(rollbackOn = Exception.class)
    Window changes(SyncRoute route) {
        Object[] watermark = read(route.id());
        if (watermark == null) {
            return Window.ALL;
        }
        long value = (Long) watermark[0];
        return Unit.valueOf((String) watermark[1]) == Unit.NUMBER
                ? new Window(null, null, value - route.overlapNumber(), true)
                : new Window(Micros.instant(value - route.overlapMicros()), null, null, true);
    }

    /**
     * Moves the watermark as a finished run allows: never back, forward only where no gap is left between it and the
     * beginning of the run's range, and never so far that the next {@code changes} would begin behind the source's
     * horizon: a transaction that was open then may still commit rows of older times and versions. A few rows far ahead of
     * all others do not count; a watermark that stands there goes back to where the many are.
     */
    void move(Run run) {
        boolean isWhole = run.rangeName.equals(Range.CHANGES.apiName()) || run.rangeName.equals(Range.ALL.apiName());
        Object[] before = read(run.route);
        if (run.unit == Unit.NUMBER) {
            moveNumber(run, before, isWhole);
            warnWhenHeldBack(run);
            return;
        }
        Instant reached = run.sourceNow != null ? run.sourceNow : reached(run);
        if (run.sourceNow == null && isWhole) {
            outliers.tell(run);
        }
        if (reached == null) {
            return; // the source said nothing of its time
        }
        if (run.rangeTo != null && run.rangeTo.isBefore(reached)) {
            reached = run.rangeTo;
        }
        long micros = Micros.of(reached);
        if (run.horizon != null) {
            micros = Math.min(
                    micros, Micros.of(run.horizon) + catalog.get(run.route).overlapMicros());
            warnWhenHeldBack(run);
        }
        if (before == null && Instant.EPOCH.equals(run.horizon)) {
            return; // nothing is known of what is open: the next run reads all again
        }
        boolean joins = run.rangeFrom == null || before != null && Micros.of(run.rangeFrom) <= (Long) before[0];
        if (isWhole || joins) {
            write(run.route, micros, Unit.TIME);
        }
    }

    private void moveNumber(Run run, Object[] before, boolean isWhole) {
        if (!isWhole) {
            return;
        }
        outliers.tell(run);
        boolean isKnown = before != null && Unit.valueOf((String) before[1]) == Unit.NUMBER;
        if (isKnown && run.rangeName.equals(Range.CHANGES.apiName()) && run.highest == null && run.far == null) {
            // The row that it stands at was expected to be read again.
            lookAgain(run, (Long) before[0]);
            return;
        }
        Long reached = run.highest == null ? null : lowestOf(run.highest, numberAtHorizon(run));
        if (reached == null) {
            return;
        }
        boolean isLost = isKnown
                && run.rangeName.equals(Range.ALL.apiName())
                && Reach.isFar(reached, (Long) before[0], Unit.NUMBER);
        if (isLost) {
            reset(run.route, reached);
        } else {
            write(run.route, reached, Unit.NUMBER);
        }
    }

    /** Puts the watermark back to where the many are; where that is far, the next run does not wait for the schedule. */
    private void lookAgain(Run run, long mark) {
        Long many = outliers.many(run.route, mark);
        reset(run.route, many);
        if (Reach.isFar(many == null ? 0 : many, mark, Unit.NUMBER)) {
            outliers.tellOfLost(run, mark, many);
            if (run.nextTrigger == null) {
                run.nextTrigger = run.trigger;
                run.nextBy = run.requestedBy;
            }
        }
    }

    /**
     * Where the source does not say its time with the rows: up to the highest changed-at that was seen, no later than its
     * answer, and no earlier than a day before that. What writes its rows may have another clock than what answers, in
     * another zone, but not in another year.
     */
    private static Instant reached(Run run) {
        Instant highest = run.highest == null || run.unit != Unit.TIME ? null : Micros.instant(run.highest);
        if (run.horizon == null) { // not even by our clock
            return highest == null || highest.isAfter(run.startedAt.plus(FURTHEST_CLOCK)) ? null : highest;
        }
        Instant least = run.horizon.minus(FURTHEST_CLOCK);
        if (highest == null || highest.isBefore(least)) {
            return least;
        }
        return highest.isBefore(run.horizon) ? highest : run.horizon;
    }

    private static Long lowestOf(long highest, Long limit) {
        return limit == null ? null : Long.valueOf(Math.min(highest, limit));
    }

    /**
     * The highest row version that is lower than any that an open transaction may have drawn: what a run had seen that
     * was over, by the source's clock, before the oldest of them began. Null where there was none.
     */
    private Long numberAtHorizon(Run run) {
        if (run.horizon == null || run.sourceNow == null || !run.horizon.isBefore(run.sourceNow)) {
            return Long.MAX_VALUE;
        }
        List<?> rows = hub.createNativeQuery(
                        """
                        select highest from sync_run
                        where route = ?1 and highest is not null and unit = 'NUMBER' and range_name in ('changes', 'all')
                              and source_now + (finished_at - started_at) <= ?2
                        order by id desc limit 1""")
                .setParameter(1, run.route)
                .setParameter(2, run.horizon)
                .getResultList();
        return rows.isEmpty() ? null : ((Number) rows.get(0)).longValue();
    }

    private static void warnWhenHeldBack(Run run) {
        if (run.horizon != null && run.sourceNow != null && run.horizon.isBefore(run.sourceNow.minus(LONG))) {
            LOG.warnf(
                    "The watermark of %s is held back: its source has a transaction open %s. Look there for sessions idle"
                            + " in transaction (pg_stat_activity, its oldest xact_start) and for forgotten prepared"
                            + " transactions (pg_prepared_xacts), and end them",
                    run.route,
                    Instant.EPOCH.equals(run.horizon)
                            ? "since before it was first read"
                            : "that may have begun at " + run.horizon);
        }
    }

    void succeeded(String route, Instant at) {
        hub.createNativeQuery("update sync_route set last_success = ?1 where name = ?2")
                .setParameter(1, at)
                .setParameter(2, route)
                .executeUpdate();
    }

    private void write(String route, long value, Unit unit) {
        hub.createNativeQuery(
                        """
                        update sync_route
                        set watermark = case when watermark_unit = ?2 then greatest(watermark, ?1) else ?1 end,
                            watermark_unit = ?2
                        where name = ?3""")
                .setParameter(1, value)
                .setParameter(2, unit.name())
                .setParameter(3, route)
                .executeUpdate();
    }

    /** To a row version, or to none: then everything is read. */
    private void reset(String route, Long value) {
        hub.createNativeQuery("update sync_route set watermark = null, watermark_unit = null where name = ?1")
                .setParameter(1, route)
                .executeUpdate();
        if (value != null) {
            write(route, value, Unit.NUMBER);
        }
    }

    private Object[] read(String route) {
        List<?> rows = hub.createNativeQuery(
                        "select watermark, watermark_unit from sync_route where name = ?1 and watermark is not null")
                .setParameter(1, route)
                .getResultList();
        return rows.isEmpty() ? null : (Object[]) rows.get(0);
    }
}
