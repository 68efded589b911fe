package dev.syncline.route.validation;

import java.util.Arrays;
import java.util.List;

/** A text of a route file and where it stands; blank where the file leaves it out. */
record ParameterText(String value, Place place) {

    boolean isBlank() {
        return value.isBlank();
    }

    /** Whether Camel fills a property in, so that the value is not known here. */
    boolean hasPlaceholder() {
        return value.contains("{{");
    }

    /** The parts of a value that lists several with commas. */
    List<String> parts() {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    RouteProblem problem(String message, String cure) {
        return place.problem(message, cure);
    }
}
