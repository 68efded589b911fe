package dev.syncline.run;

import dev.syncline.page.Page.Unit;
import dev.syncline.record.Notices;
import dev.syncline.run.phase.Reach;
import dev.syncline.value.Micros;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A few rows whose changed-at is far ahead of all others: what is said of them, and where the others are. */
@ApplicationScoped
class Outliers {
    private static final String FAR_AHEAD = "FAR_AHEAD";
    private static final String WATERMARK_LOST = "WATERMARK_LOST";

    /** Versions grow by leaps in some databases; what is told of is further than those. */
    private static final long TELLING_FACTOR = 100;

    private static final long TELLING_VERSIONS = 100_000_000;

    private final EntityManager hub;
    private final Notices notices;

    Outliers(EntityManager hub, Notices notices) {
        this.hub = hub;
        this.notices = notices;
    }

    /** Has the route's notice say how it stands after a run over all that changed. */
    void tell(Run run) {
        if (!isWorthTelling(run)) {
            notices.clear(FAR_AHEAD, run.route, null);
            return;
        }
        String what = run.unit == Unit.NUMBER ? "version " + run.far : "changed-at " + Micros.instant(run.far);
        notices.raise(
                FAR_AHEAD,
                run.route,
                null,
                run.beyond + " row" + (run.beyond == 1 ? "" : "s") + " of its source, from " + what
                        + " on, are far ahead of all others"
                        + (run.highest == null ? "" : ", which go up to " + shown(run))
                        + ". They are delivered, and do not move the watermark, as it would hide what changes next. Look"
                        + " whether they are mistakes, and correct their changed-at at the source");
    }

    private static String shown(Run run) {
        return run.unit == Unit.NUMBER
                ? run.highest.toString()
                : Micros.instant(run.highest).toString();
    }

    private static boolean isWorthTelling(Run run) {
        if (run.far == null) {
            return false;
        }
        if (run.unit == Unit.NUMBER) {
            if (run.highest == null) {
                return false; // there are no others to be far ahead of
            }
            long many = Math.max(0, run.highest);
            return run.far - many > TELLING_VERSIONS && run.far / TELLING_FACTOR > many;
        }
        Instant now = run.horizon != null ? run.horizon : run.startedAt;
        return Micros.instant(run.far).isAfter(now.plus(Duration.ofDays(1)));
    }

    /** The row that the watermark stood at is not there any more. */
    void tellOfLost(Run run, long mark, Long many) {
        notices.raise(
                WATERMARK_LOST,
                run.route,
                null,
                "The row of version " + mark
                        + ", up to which its source had been read, is not there any more, and nothing"
                        + " came after it: its version may have been a mistake, or the source counts anew. "
                        + (many == null ? "All rows are" : "Everything from version " + many + " on is")
                        + " read again. Look which it was, and resolve this");
    }

    /**
     * Up to which version the many are, of the records that are known: some are further than that, as few as cost nothing
     * to read again. Null where there are no more than a few.
     */
    Long many(String route, long below) {
        List<?> rows = hub.createNativeQuery(
                        """
                        select r.changed_at from sync_record r join sync_route t on t.id = r.route
                        where t.name = ?1 and r.changed_at < ?2 order by r.changed_at desc offset ?3 limit 1""")
                .setParameter(1, route)
                .setParameter(2, below)
                .setParameter(3, Reach.FEW)
                .getResultList();
        return rows.isEmpty() ? null : ((Number) rows.get(0)).longValue();
    }
}
