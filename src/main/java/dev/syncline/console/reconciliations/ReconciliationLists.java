package dev.syncline.console.reconciliations;

import dev.syncline.api.http.Listing;
import dev.syncline.api.reconciliations.ReconciliationView;
import dev.syncline.api.reconciliations.ReconciliationsResource;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Choice;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.reconciliations.ReconciliationList.Row;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes a page of the list of reconciliations, from the call that the API has for it. */
@ApplicationScoped
class ReconciliationLists {
    private final ReconciliationsResource reconciliations;
    private final Catalog catalog;
    private final Frames frames;

    ReconciliationLists(ReconciliationsResource reconciliations, Catalog catalog, Frames frames) {
        this.reconciliations = reconciliations;
        this.catalog = catalog;
        this.frames = frames;
    }

    /** Each part null if it is not asked for. */
    ReconciliationList of(String route, String cursor) {
        Listing<ReconciliationView> found = reconciliations.list(route, null, cursor);
        Map<String, String> titles = catalog.all().stream().collect(Collectors.toMap(SyncRoute::id, SyncRoute::title));
        Address here = Address.of("/reconciliations").with("route", route);
        return new ReconciliationList(
                Choice.ofRoutes(catalog.all(), route),
                found.items().stream().map(each -> row(each, titles)).toList(),
                found.next() == null
                        ? null
                        : Address.of("/reconciliations")
                                .with("route", route)
                                .with("cursor", found.next())
                                .toString(),
                cursor == null ? null : here.toString());
    }

    private Row row(ReconciliationView of, Map<String, String> titles) {
        return new Row(
                of.id(),
                "/reconciliations/" + of.id(),
                titles.getOrDefault(of.route(), of.route()),
                "/routes/" + of.route(),
                ReconciliationStates.state(of),
                ReconciliationStates.asked(of),
                Numbers.grouped(of.counts().compared()),
                ReconciliationStates.found(of.counts()),
                of.repair() ? Numbers.grouped(of.counts().repaired()) : "",
                frames.when(Objects.requireNonNullElse(of.startedAt(), of.createdAt())));
    }
}
