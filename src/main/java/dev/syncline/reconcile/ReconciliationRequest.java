package dev.syncline.reconcile;

import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.page.Window;

/**
 * An order for a reconciliation.
 *
 * @param window the bounds of a range by time; null for {@code all}
 * @param repair whether to send the records in which differences are found
 */
public record ReconciliationRequest(
        String route, String requestedBy, Range range, Window window, Depth depth, boolean repair) {}
