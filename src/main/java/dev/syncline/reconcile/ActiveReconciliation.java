package dev.syncline.reconcile;

import dev.syncline.page.Depth;
import dev.syncline.page.Window;
import dev.syncline.route.SyncRoute;

/**
 * A reconciliation that this process is executing.
 *
 * @param part the part of it that this process carries out
 * @param fence the number of its lease; its writes fail after another process has taken the part over
 * @param activeField the field by which the target shows that a record is not deactivated; empty if it has no such
 *     field
 */
record ActiveReconciliation(
        long id,
        long part,
        int fence,
        SyncRoute route,
        int routeNumber,
        Window window,
        Depth depth,
        String activeField) {
    /**
     * Returns whether it covers all records. Only then can a record that the source does not have be distinguished from
     * one outside of the range.
     */
    boolean isWhole() {
        return window.equals(Window.ALL);
    }
}
