package dev.syncline.reconcile;

/** Thrown when a route is being reconciled already. */
public class RouteReconciling extends RuntimeException {
    RouteReconciling(String route, Long active) {
        super("Route " + route + " is being reconciled already, as reconciliation " + active
                + ". Wait for it at /api/reconciliations/" + active + ", or cancel it");
    }
}
