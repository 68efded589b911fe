package dev.syncline.run;

import dev.syncline.page.Micros;
import dev.syncline.page.Page.Unit;
import dev.syncline.page.Range;
import dev.syncline.page.Window;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
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

    private final EntityManager hub;
    private final Catalog catalog;

    Watermarks(EntityManager hub, Catalog catalog) {
        this.hub = hub;
        this.catalog = catalog;
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
     * horizon: a transaction that was open then may still commit rows of older times and versions.
     */
    void move(Run run) {
        boolean isWhole = run.rangeName.equals(Range.CHANGES.apiName()) || run.rangeName.equals(Range.ALL.apiName());
        if (run.unit == Unit.NUMBER) {
            Long reached = run.highest == null ? null : lowestOf(run.highest, numberAtHorizon(run));
            if (isWhole && reached != null) {
                write(run.route, reached, Unit.NUMBER);
            }
            warnWhenHeldBack(run);
            return;
        }
        Instant reached = run.sourceNow != null ? run.sourceNow : run.startedAt;
        if (run.rangeTo != null && run.rangeTo.isBefore(reached)) {
            reached = run.rangeTo;
        }
        long micros = Micros.of(reached);
        if (run.horizon != null) {
            micros = Math.min(
                    micros, Micros.of(run.horizon) + catalog.get(run.route).overlapMicros());
            warnWhenHeldBack(run);
        }
        Object[] before = read(run.route);
        if (before == null && Instant.EPOCH.equals(run.horizon)) {
            return; // nothing is known of what is open: the next run reads all again
        }
        boolean joins = run.rangeFrom == null || before != null && Micros.of(run.rangeFrom) <= (Long) before[0];
        if (isWhole || joins) {
            write(run.route, micros, Unit.TIME);
        }
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

    private Object[] read(String route) {
        List<?> rows = hub.createNativeQuery(
                        "select watermark, watermark_unit from sync_route where name = ?1 and watermark is not null")
                .setParameter(1, route)
                .getResultList();
        return rows.isEmpty() ? null : (Object[]) rows.get(0);
    }
}
