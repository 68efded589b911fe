package dev.syncline.reconcile;

/** A route is being reconciled, and may be so only once at a time. */
public class RouteReconciling extends RuntimeException {
    RouteReconciling(String route, Long active) {
        super("Route " + route + " is being reconciled already, as reconciliation " + active
                + ". Wait for it at /api/reconciliations/" + active + ", or cancel it");
    }
}
