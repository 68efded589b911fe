package dev.syncline.route.validation;

import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.Place;
import dev.syncline.route.yaml.RouteProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds ids that are given twice: of two routes or templates with the same id, Camel drops one silently. */
final class Duplicates {

    private Duplicates() {}

    /**
     * Refuses each id but the first of its kind.
     *
     * @param things the kind of what has the ids, in the plural
     */
    static void refuse(String things, List<ParameterText> ids, Consumer<RouteProblem> problems) {
        Map<String, Place> first = new HashMap<>();
        for (ParameterText id : ids) {
            Place other = first.putIfAbsent(id.value(), id.place());
            if (other != null) {
                problems.accept(id.problem(
                        "two " + things + " with the id '" + id.value() + "', the other one in " + other,
                        "give one of them another id, or remove it"));
            }
        }
    }
}
