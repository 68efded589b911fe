package dev.syncline.route.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Ids given twice: of two such routes or templates, Camel lets one vanish without a word. */
final class Duplicates {

    private Duplicates() {}

    /**
     * Refuses each id but the first of its kind.
     *
     * @param things what the ids are of, in the plural
     */
    static void refuse(String things, List<ParameterText> ids, Consumer<RouteProblem> problems) {
        Map<String, Place> first = new HashMap<>();
        for (ParameterText id : ids) {
            Place other = first.putIfAbsent(id.value(), id.place());
            if (other != null) {
                problems.accept(id.problem(
                        "two " + things + " with the id '" + id.value() + "', the other one in " + other,
                        "give one of them an id of its own, or remove it"));
            }
        }
    }
}
