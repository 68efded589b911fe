package dev.syncline.run;

/** A route has an active run, and may have only one. */
public class RouteBusy extends RuntimeException {
    private final transient Long activeRun;

    RouteBusy(String route, Long activeRun) {
        super("Route " + route + " is running already, as run " + activeRun + ". Wait for it at /api/runs/" + activeRun
                + ", or cancel it");
        this.activeRun = activeRun;
    }

    public Long activeRun() {
        return activeRun;
    }
}
