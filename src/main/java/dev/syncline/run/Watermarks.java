package dev.syncline.run;

import dev.syncline.page.Micros;
import dev.syncline.page.Page.Unit;
import dev.syncline.page.Range;
import dev.syncline.page.Window;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Up to which source time, or row version, the {@code changes} of a route are complete. */
@ApplicationScoped
class Watermarks {
    private final EntityManager hub;

    Watermarks(EntityManager hub) {
        this.hub = hub;
    }

    /** The window of {@code changes}: from the watermark, less the overlap; everything where there is none yet. */
    @Transactional
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
     * Moves the watermark as a finished run allows: never back, and forward only where no gap is left between it and the
     * beginning of the run's range.
     */
    void move(Run run) {
        boolean isWhole = run.rangeName.equals(Range.CHANGES.apiName()) || run.rangeName.equals(Range.ALL.apiName());
        if (run.unit == Unit.NUMBER) {
            if (isWhole && run.highest != null) {
                write(run.route, run.highest, Unit.NUMBER);
            }
            return;
        }
        Instant reached = run.sourceNow != null ? run.sourceNow : run.startedAt;
        if (run.rangeTo != null && run.rangeTo.isBefore(reached)) {
            reached = run.rangeTo;
        }
        Object[] before = read(run.route);
        boolean joins = run.rangeFrom == null || before != null && Micros.of(run.rangeFrom) <= (Long) before[0];
        if (isWhole || joins) {
            write(run.route, Micros.of(reached), Unit.TIME);
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
