package dev.syncline.reconcile;

import dev.syncline.page.Depth;
import dev.syncline.page.Window;
import dev.syncline.route.SyncRoute;

/**
 * A reconciliation that this process carries out.
 *
 * @param fence the number that its writes carry; they fail when another process has taken it over
 * @param activeField the field by which the target says that a record is not deactivated; empty when no field says so
 */
record ActiveReconciliation(
        long id, int fence, SyncRoute route, int routeNumber, Window window, Depth depth, String activeField) {
    /** Over the whole range; only then a record that the source does not have can be told from one out of the range. */
    boolean isWhole() {
        return window.equals(Window.ALL);
    }
}
