package dev.syncline.console.frame;

import dev.syncline.route.SyncRoute;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** An option of a form's selection. */
public record Choice(String value, String label, boolean isChosen) {

    /**
     * Routes by title.
     *
     * @param chosen the identifier of the selected route; null for none
     */
    public static List<Choice> ofRoutes(Collection<SyncRoute> routes, String chosen) {
        return routes.stream()
                .sorted(Comparator.comparing(SyncRoute::title))
                .map(route -> new Choice(route.id(), route.title(), route.id().equals(chosen)))
                .toList();
    }
}
