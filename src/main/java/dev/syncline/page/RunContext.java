package dev.syncline.page;

import dev.syncline.route.SyncRoute;
import java.util.List;

/**
 * What every step of the way must know of the run it works for.
 *
 * @param part the part of the run that it works on: whose calls, cursors and lease these are
 * @param fence the number that a write of the part carries; it fails when another process has taken the part over
 * @param since which runs on what was delivered is where, and as, it goes now
 */
public record RunContext(
        long id, long part, int fence, SyncRoute route, int routeNumber, Scope scope, RunMode mode, Since since) {
    /** Of a run of one part, over a route that always delivered where and how it does now. */
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
        this(
                id,
                id,
                fence,
                route,
                routeNumber,
                new Scope(window, depth, keys),
                new RunMode(dryRun, resend, repairs),
                Since.EVER);
    }

    public Window window() {
        return scope.window();
    }

    public Depth depth() {
        return scope.depth();
    }

    /** Returns the only records the run is for; null for all in the window. */
    public List<String> keys() {
        return scope.keys();
    }

    public boolean dryRun() {
        return mode.dryRun();
    }

    public boolean resend() {
        return mode.resend();
    }

    public boolean repairs() {
        return mode.repairs();
    }
}
