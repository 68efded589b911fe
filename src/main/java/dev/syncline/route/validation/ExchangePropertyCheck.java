package dev.syncline.route.validation;

import dev.syncline.route.yaml.ExchangeUse;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A folder that is mounted holds its own copies of the templates: those of before a batch and a read kept their own state
 * handed it on in exchange properties, which nothing reads any more.
 */
final class ExchangePropertyCheck implements Check {
    private static final Set<String> FORMER =
            Set.of("batch", "goesAlone", "halved", "lookup", "readRequest", "runId", "system", "waitedOut");

    private record Caller(String bean, String file) {}

    /** Where beans are called in this version. */
    private static final List<Caller> CALLERS = List.of(
            new Caller("outages", "errors.camel.yaml"),
            new Caller("httpReader", "templates/http-read.camel.yaml"),
            new Caller("httpWriter", "templates/http-write.camel.yaml"),
            new Caller("sqlReader", "templates/sql-read.camel.yaml"),
            new Caller("sqlWriter", "templates/sql-write.camel.yaml"));

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        for (ExchangeUse use : routes.uses()) {
            CALLERS.stream()
                    .filter(caller -> use.beans().contains(caller.bean()))
                    .findFirst()
                    .ifPresent(caller -> use.properties().stream()
                            .filter(property -> FORMER.contains(property.value()))
                            .forEach(property -> problems.accept(property.problem(
                                    "it is of an older version: the exchange property '" + property.value()
                                            + "' is not used any more",
                                    "take " + caller.file() + " of this version, or do the same as its steps do"))));
        }
    }
}
