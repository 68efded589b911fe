package dev.syncline.api;

import dev.syncline.record.SyncRecord;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.route.UnknownRoute;
import dev.syncline.system.SystemNotConfigured;
import dev.syncline.system.Systems;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a person sees a record at its target: the parameter {@code recordUrl} of the target's template. */
@ApplicationScoped
class TargetUrls {
    private final Catalog catalog;
    private final Systems systems;

    TargetUrls(Catalog catalog, Systems systems) {
        this.catalog = catalog;
        this.systems = systems;
    }

    /** Null where the target has no such place, does not hold the record, or no path can name it. */
    String of(String routeId, SyncRecord record) {
        if (record.targetRef == null) {
            return null;
        }
        try {
            SyncRoute route = catalog.get(routeId);
            String url = catalog.parametersOf(route.target() + ".write").getOrDefault("recordUrl", "");
            if (url.isEmpty() || isStep(url, "{key}", record.key) || isStep(url, "{ref}", record.targetRef)) {
                return null;
            }
            return systems.url(route.target())
                    + url.replace("{path}", route.targetPath())
                            .replace("{key}", encoded(record.key))
                            .replace("{ref}", encoded(record.targetRef));
        } catch (UnknownRoute | SystemNotConfigured e) {
            return null; // the record outlives its route
        }
    }

    /** Browsers take {@code .} and {@code ..} for steps of the path, however they are encoded. */
    private static boolean isStep(String url, String place, String text) {
        return url.contains(place) && (text.equals(".") || text.equals(".."));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
