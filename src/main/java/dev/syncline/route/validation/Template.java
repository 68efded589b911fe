package dev.syncline.route.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A route template: what may, and what must, be said by the routes made from it. */
record Template(ParameterText id, Map<String, Parameter> parameters) {

    /** A parameter of the template; the default is there only where the template gives one. */
    record Parameter(String name, boolean mandatory, Optional<String> defaultValue) {}

    List<String> mandatory() {
        return parameters.values().stream()
                .filter(Parameter::mandatory)
                .map(Parameter::name)
                .toList();
    }
}
