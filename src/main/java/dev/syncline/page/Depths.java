package dev.syncline.page;

import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What a shallow read leaves out, as far as a route and its source's template say it. */
@ApplicationScoped
public class Depths {
    private final Catalog catalog;

    Depths(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Whether the source may have more of a record than a shallow read gives: children, or fields. */
    public boolean isMoreToRead(SyncRoute route) {
        return !route.deepQuery().isBlank()
                || !words(route).getOrDefault("deep", "").isBlank();
    }

    /**
     * How a range is read that is wanted at that depth: deep in any case where the source has more of a record and cannot
     * be asked for it by key.
     */
    public Depth ofRange(SyncRoute route, Depth wanted) {
        String lookup = words(route).get("lookup");
        return lookup != null && lookup.isBlank() && isMoreToRead(route) ? Depth.DEEP : wanted;
    }

    private Map<String, String> words(SyncRoute route) {
        return catalog.parametersOf(route.source() + ".read");
    }
}
