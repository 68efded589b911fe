package dev.syncline.route.yaml;

import java.util.List;
import java.util.Optional;

/** A route made from a template. */
public record TemplatedRoute(Place place, ParameterText template, ParameterText routeId, List<Parameter> parameters) {

    public record Parameter(ParameterText name, ParameterText value) {}

    /** Returns the value of a parameter; the last one if it is given several times, as in Camel. */
    public Optional<ParameterText> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().value().equals(name))
                .map(Parameter::value)
                .reduce((first, second) -> second);
    }
}
