package dev.syncline.route.yaml;

import java.util.Arrays;
import java.util.List;

/** A text of a route file with its place; blank if the file omits it. */
public record ParameterText(String value, Place place) {

    public boolean isBlank() {
        return value.isBlank();
    }

    /** Returns whether the value has a property placeholder, which Camel resolves, so that it is not known here. */
    public boolean hasPlaceholder() {
        return value.contains("{{");
    }

    /** Returns the parts of a list with commas. */
    public List<String> parts() {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    public RouteProblem problem(String message, String cure) {
        return place.problem(message, cure);
    }
}
