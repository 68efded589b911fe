package dev.syncline.reconcile;

import dev.syncline.record.Audit;
import dev.syncline.work.WorkItems;
import dev.syncline.work.WorkStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Creates reconciliations, each in a short transaction. */
@ApplicationScoped
class NewReconciliations {
    private final ReconciliationKind kind;
    private final WorkItems items;
    private final Clock clock;
    private final Audit audit;

    NewReconciliations(ReconciliationKind kind, WorkItems items, Clock clock, Audit audit) {
        this.kind = kind;
        this.items = items;
        this.clock = clock;
        this.audit = audit;
    }

    /** @throws org.hibernate.exception.ConstraintViolationException if the route has an active one */
    @Transactional(rollbackOn = Exception.class)
    Reconciliation create(ReconciliationRequest request) {
        Reconciliation made = new Reconciliation();
        made.route = request.route();
        made.requestedBy = request.requestedBy();
        made.rangeName = request.range().apiName();
        if (request.window() != null) {
            made.rangeFrom = request.window().from();
            made.rangeTo = request.window().to();
        }
        made.depth = request.depth().name();
        made.repair = request.repair();
        made.createdAt = clock.instant();
        made.status = WorkStatus.IN_PROGRESS;
        made.queued = true;
        items.place(kind, made, ReconciliationPhase.SOURCE.name());
        audit.write(
                request.requestedBy(),
                request.repair() ? "reconcile and repair" : "reconcile",
                made.route,
                "reconciliation " + made.id + ", " + made.rangeName + ", " + made.depth);
        return made;
    }
}
