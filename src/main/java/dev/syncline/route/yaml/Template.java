package dev.syncline.route.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A route template, with the parameters that routes made from it may or must have. */
public record Template(ParameterText id, Map<String, Parameter> parameters) {

    /** A parameter of the template, with its default if the template gives one. */
    public record Parameter(String name, boolean mandatory, Optional<String> defaultValue) {}

    public List<String> mandatory() {
        return parameters.values().stream()
                .filter(Parameter::mandatory)
                .map(Parameter::name)
                .toList();
    }
}
