package dev.syncline.route.validation;

import java.util.List;
import java.util.Optional;

/** A route made from a template. */
record TemplatedRoute(Place place, ParameterText template, ParameterText routeId, List<Parameter> parameters) {

    record Parameter(ParameterText name, ParameterText value) {}

    /** The value given for a parameter; of several the last, as Camel takes it. */
    Optional<ParameterText> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().value().equals(name))
                .map(Parameter::value)
                .reduce((first, second) -> second);
    }
}
