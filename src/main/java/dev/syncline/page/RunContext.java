package dev.syncline.page;

import dev.syncline.route.SyncRoute;
import java.util.List;

/**
 * What every step of the way must know of the run it works for.
 *
 * @param fence the number that a write of this run carries; it fails when another process has taken the run over
 * @param keys the only records the run is for; null for all in the window
 * @param resend whether records go again that the target refused with the same content
 * @param repairs whether they go again though the status table says that the target has them, or has them no more
 * @param since which runs on what was delivered is where, and as, it goes now
 */
public record RunContext(
        long id,
        int fence,
        SyncRoute route,
        int routeNumber,
        Window window,
        Depth depth,
        List<String> keys,
        boolean dryRun,
        boolean resend,
        boolean repairs,
        Since since) {
    /** Of a route that always delivered where and how it does now. */
    public RunContext(
            long id,
            int fence,
            SyncRoute route,
            int routeNumber,
            Window window,
            Depth depth,
            List<String> keys,
            boolean dryRun,
            boolean resend,
            boolean repairs) {
        this(id, fence, route, routeNumber, window, depth, keys, dryRun, resend, repairs, Since.EVER);
    }
}
