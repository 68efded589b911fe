package dev.syncline.support;

import java.util.Map;

/** More routes of the ledger than the scheduler has threads: {@code ledger-many-<n>-to-relay}. */
public class ManyRoutes extends Ledger {
    public static final int COUNT = 40;

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = super.getConfigOverrides();
        RouteSet routes = RouteSet.of("many", "ranges");
        for (int i = 0; i < COUNT; i++) {
            Book.route(routes, "many-" + i, "changedAt", "touched");
        }
        settings.put("syncline.routes", routes.folder());
        settings.put("syncline.lease", "6s");
        return settings;
    }
}
