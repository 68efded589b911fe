package dev.syncline.api.records;

import dev.syncline.record.SyncRecord;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.route.UnknownRoute;
import dev.syncline.system.SystemNotConfigured;
import dev.syncline.system.Systems;
import dev.syncline.system.http.PathSegment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Makes the address at which a person sees a record in its target, from the parameter {@code recordUrl} of the target's
 * template.
 */
@ApplicationScoped
class TargetUrls {
    private final Catalog catalog;
    private final Systems systems;

    TargetUrls(Catalog catalog, Systems systems) {
        this.catalog = catalog;
        this.systems = systems;
    }

    /** Returns null if the target has no such address, does not hold the record, or no path can express its key. */
    String of(String routeId, SyncRecord record) {
        if (record.targetRef == null) {
            return null;
        }
        try {
            SyncRoute route = catalog.get(routeId);
            String url = catalog.parametersOf(route.target() + ".write").getOrDefault("recordUrl", "");
            if (url.isEmpty()) {
                return null;
            }
            Optional<String> key = PathSegment.of(record.key);
            Optional<String> ref = PathSegment.of(record.targetRef);
            boolean isNamed =
                    (key.isPresent() || !url.contains("{key}")) && (ref.isPresent() || !url.contains("{ref}"));
            if (!isNamed) {
                return null;
            }
            return systems.url(route.target())
                    + url.replace("{path}", route.targetPath())
                            .replace("{key}", key.orElse(""))
                            .replace("{ref}", ref.orElse(""));
        } catch (UnknownRoute | SystemNotConfigured e) {
            return null; // the record's route was removed
        }
    }
}
