package dev.syncline.reconcile;

import dev.syncline.extension.Extensions;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.system.Systems;
import dev.syncline.work.Dispatcher;
import dev.syncline.work.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** Takes orders for reconciliations: stores them, and hands them to the dispatcher. */
@ApplicationScoped
public class ReconciliationOrders {
    private final NewReconciliations newReconciliations;
    private final ReconciliationKind kind;
    private final WorkItems items;
    private final ReconciliationQueries queries;
    private final Dispatcher dispatcher;
    private final Catalog catalog;
    private final RouteEnds sides;
    private final Systems systems;
    private final Extensions extensions;

    ReconciliationOrders(
            NewReconciliations newReconciliations,
            ReconciliationKind kind,
            WorkItems items,
            ReconciliationQueries queries,
            Dispatcher dispatcher,
            Catalog catalog,
            RouteEnds sides,
            Systems systems,
            Extensions extensions) {
        this.newReconciliations = newReconciliations;
        this.kind = kind;
        this.items = items;
        this.queries = queries;
        this.dispatcher = dispatcher;
        this.catalog = catalog;
        this.sides = sides;
        this.systems = systems;
        this.extensions = extensions;
    }

    /**
     * Queues a reconciliation.
     *
     * @throws RouteReconciling if the route has an active one
     * @throws NoReadSide if its target cannot be read
     */
    public Reconciliation place(ReconciliationRequest request) {
        SyncRoute route = catalog.get(request.route());
        refuseWithoutReadSide(route);
        queries.activeOf(route.id()).ifPresent(active -> {
            throw new RouteReconciling(route.id(), active.id);
        });
        Reconciliation made = create(request);
        dispatcher.dispatch(kind, made);
        return made;
    }

    private Reconciliation create(ReconciliationRequest request) {
        try {
            return newReconciliations.create(request);
        } catch (ConstraintViolationException e) { // another caller was faster
            throw new RouteReconciling(
                    request.route(),
                    queries.activeOf(request.route()).map(active -> active.id).orElse(null));
        }
    }

    /** Cancels a reconciliation; returns empty if it is unknown. */
    public Optional<Reconciliation> cancel(long id, String who) {
        return items.cancel(kind, id, who);
    }

    private void refuseWithoutReadSide(SyncRoute route) {
        String target = route.target();
        if (extensions.of(route).dependsOnTarget()) {
            throw new NoReadSide(
                    "What route " + route.id() + " sends depends on what its target holds, so its source alone"
                            + " cannot be compared with that. A dry run over it names what differs: POST /api/routes/"
                            + route.id()
                            + "/runs with {\"range\": \"all\", \"depth\": \"deep\", \"dryRun\": true}");
        }
        if (!sides.isReadable(target)) {
            throw new NoReadSide("System " + target + " has no read side, so what it holds cannot be compared. Add a"
                    + " route " + target + ".read (template http-read or sql-read) to systems/" + target
                    + ".camel.yaml");
        } else if (systems.isSql(target) && route.targetQuery().isBlank()) {
            throw new NoReadSide("System " + target + " is read by SQL, and route " + route.id()
                    + " does not say what it holds there. Add the parameter targetQuery to " + route.id()
                    + ".camel.yaml");
        }
    }
}
