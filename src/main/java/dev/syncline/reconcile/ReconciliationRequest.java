package dev.syncline.reconcile;

import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.page.Window;

/**
 * What somebody asks for.
 *
 * @param window for a range by time: its bounds; null for {@code all}
 * @param repair whether the differences found are to be sent
 */
public record ReconciliationRequest(
        String route, String requestedBy, Range range, Window window, Depth depth, boolean repair) {}
