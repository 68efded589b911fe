package dev.syncline.run;

import dev.syncline.work.WorkItems;
import dev.syncline.work.WorkStatus;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What others may ask of runs. */
@ApplicationScoped
public class RunQueries {
    private static final Duration TICK = Duration.ofMillis(25);
    private static final int TICKS_APART = 8;
    /** Numbers grow with time, but for those that several processes give at one moment. */
    private static final long NEAR = 1_000;

    private final RunKind kind;
    private final WorkItems items;

    RunQueries(RunKind kind, WorkItems items) {
        this.kind = kind;
        this.items = items;
    }

    @Transactional(rollbackOn = Exception.class)
    public Optional<Run> find(long id) {
        return Run.findByIdOptional(id);
    }

    /** The newest run that a reconciliation ordered. */
    @Transactional(rollbackOn = Exception.class)
    public Optional<Run> newestRepairing(long reconciliation) {
        return Run.find("repairs = ?1 order by id desc", reconciliation).firstResultOptional();
    }

    @Transactional(rollbackOn = Exception.class)
    public List<Run> find(List<Long> ids) {
        return Run.list("id in ?1", ids);
    }

    /** The previous run of the route, without dry runs and runs that never began. */
    @Transactional(rollbackOn = Exception.class)
    public Optional<Run> before(Run run) {
        return Run.find(
                        "route = ?1 and id < ?2 and dryRun = false and startedAt is not null order by id desc",
                        run.route,
                        run.id)
                .firstResultOptional();
    }

    /**
     * Runs, newest first.
     *
     * @param from created at or after; null for no bound, as every filter
     * @param before only runs with a smaller number
     */
    @Transactional(rollbackOn = Exception.class)
    public List<Run> newestFirst(String route, WorkStatus status, Instant from, Instant to, long before, int limit) {
        StringBuilder query = new StringBuilder("id < :before");
        Parameters values = Parameters.with("before", before);
        if (route != null) {
            query.append(" and route = :route");
            values.and("route", route);
        }
        if (status != null) {
            query.append(" and status = :status");
            values.and("status", status);
        }
        if (from != null) {
            Optional<Run> first =
                    Run.find("createdAt >= ?1 order by createdAt", from).firstResultOptional();
            query.append(" and createdAt >= :from and id >= :first");
            values.and("from", from)
                    .and("first", first.map(run -> run.id - NEAR).orElse(Long.MAX_VALUE));
        }
        if (to != null) {
            Optional<Run> last =
                    Run.find("createdAt < ?1 order by createdAt desc", to).firstResultOptional();
            query.append(" and createdAt < :to and id <= :last");
            values.and("to", to).and("last", last.map(run -> run.id + NEAR).orElse(0L));
        }
        return Run.<Run>find(query + " order by id desc", values)
                .range(0, limit - 1)
                .list();
    }

    /** The run as it stands, again and again, more often at first, until it is over; the last one is final. */
    public Multi<Run> follow(long id) {
        return Multi.createFrom()
                .ticks()
                .every(TICK)
                .select()
                .where(RunQueries::isDue)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> find(id).orElseThrow())
                .select()
                .first(new UntilFinal());
    }

    private static boolean isDue(long tick) {
        return tick % TICKS_APART == 0 || tick < TICKS_APART && Long.bitCount(tick) == 1;
    }

    /** Cancels a run; empty when there is none. */
    public Optional<Run> cancel(long id, String who) {
        return items.cancel(kind, id, who);
    }

    /** Lets everything pass up to and including a run that is over. */
    private static final class UntilFinal implements Predicate<Run> {
        private boolean over;

        @Override
        public boolean test(Run run) {
            boolean passes = !over;
            over = run.status.isFinal();
            return passes;
        }
    }
}
