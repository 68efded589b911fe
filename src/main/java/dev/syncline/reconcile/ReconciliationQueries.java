package dev.syncline.reconcile;

import dev.syncline.work.WorkStatus;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Queries about reconciliations. */
@ApplicationScoped
public class ReconciliationQueries {
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Differences differences;

    ReconciliationQueries(Differences differences) {
        this.differences = differences;
    }

    @Transactional(rollbackOn = Exception.class)
    public Optional<Reconciliation> find(long id) {
        return Reconciliation.findByIdOptional(id);
    }

    @Transactional(rollbackOn = Exception.class)
    Optional<Reconciliation> activeOf(String route) {
        return Reconciliation.find("route = ?1 and status = ?2", route, WorkStatus.IN_PROGRESS)
                .firstResultOptional();
    }

    /**
     * Returns reconciliations, newest first.
     *
     * @param route null for all
     * @param before only those with a smaller number
     */
    @Transactional(rollbackOn = Exception.class)
    public List<Reconciliation> newestFirst(String route, long before, int limit) {
        PanacheQuery<Reconciliation> found = route == null
                ? Reconciliation.find("id < ?1 order by id desc", before)
                : Reconciliation.find("id < ?1 and route = ?2 order by id desc", before, route);
        return found.range(0, limit - 1).list();
    }

    /**
     * Returns the differences of a reconciliation in the order of kind and key.
     *
     * @param kind null for all
     * @param q text that key or title contains, ignoring case; null for all
     * @param cursor the cursor of the difference before the page, see {@link #cursor}; null for the first page
     * @throws IllegalArgumentException if the cursor is invalid
     */
    public List<Difference> differences(long id, DifferenceKind kind, String q, String cursor, int limit) {
        if (cursor != null && cursor.indexOf('.') < 0) {
            throw new IllegalArgumentException("cursor '" + cursor + "' is not a cursor of this list");
        }
        return differences.after(
                id, kind, q, cursor == null ? DifferencePosition.FIRST : DifferencePosition.parse(cursor), limit);
    }

    public static String cursor(Difference difference) {
        return DifferencePosition.of(difference).toString();
    }

    /** Returns the reconciliation as soon as it has ended, or its state after that time. */
    public Uni<Reconciliation> whenOver(long id, Duration patience) {
        return Multi.createFrom()
                .ticks()
                .every(INTERVAL)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> find(id).orElseThrow())
                .filter(now -> now.status.isFinal())
                .toUni()
                .ifNoItem()
                .after(patience)
                .recoverWithUni(() -> Uni.createFrom().item(() -> find(id).orElseThrow()));
    }
}
