package dev.syncline.route.validation;

import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Checks suppliers, each of which must be another vendor, and the routes named by {@code through}. */
final class SupplierCheck implements Check {
    private static final String SUPPLIER = "supplier-read";
    private static final String AUTO_SYNC = "auto-sync";

    private static final Map<String, ValueRule> RULES = Map.of(
            "format", ValueRule.oneOf("x12", "edifact", "ubl", "cxml", "json"),
            "vendor", ValueRule.text("write the vendor's number in the ERP"),
            "encoding", ValueRule.oneOf("text", "base64"),
            "documents", ValueRule.number(1, 1_000));

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        Map<String, ParameterText> vendors = new HashMap<>();
        for (TemplatedRoute supplier : routes.templated()) {
            if (!supplier.template().value().equals(SUPPLIER)) {
                continue;
            }
            RULES.forEach((name, rule) -> supplier.parameter(name)
                    .filter(value -> !value.hasPlaceholder())
                    .ifPresent(value -> rule.fault()
                            .of(value.value())
                            .ifPresent(fault -> problems.accept(
                                    value.problem(name + " '" + value.value() + "' " + fault, rule.cure())))));
            named(supplier, "catalog", routes, problems);
            supplier.parameter("vendor").ifPresent(vendor -> {
                ParameterText first = vendors.putIfAbsent(vendor.value(), vendor);
                if (first != null) {
                    problems.accept(vendor.problem(
                            "vendor '" + vendor.value() + "' is a supplier already, in "
                                    + first.place().file(),
                            "a vendor has one supplier; correct one of the two"));
                }
            });
        }
        routes.template(AUTO_SYNC)
                .filter(template -> !template.parameters().containsKey("extension"))
                .ifPresent(template -> problems.accept(template.id()
                        .problem(
                                "template '" + AUTO_SYNC + "' is of an older version: it has no parameter 'extension'",
                                "use templates/auto-sync.camel.yaml of this version")));
        routes.templated().stream()
                .filter(route -> route.template().value().equals(AUTO_SYNC))
                .forEach(route -> named(route, "products", routes, problems));
        for (TemplatedRoute route : routes.sync()) {
            checkThrough(route, routes, problems);
        }
    }

    private static void named(TemplatedRoute of, String parameter, Routes routes, Consumer<RouteProblem> problems) {
        Set<String> known = routes.syncIds();
        of.parameter(parameter)
                .filter(id -> !id.isBlank() && !id.hasPlaceholder() && !known.contains(id.value()))
                .ifPresent(id -> problems.accept(id.problem(
                        parameter + " '" + id.value() + "': unknown route", Nearest.routeCure(id.value(), known))));
    }

    private static void checkThrough(TemplatedRoute route, Routes routes, Consumer<RouteProblem> problems) {
        ParameterText through = routes.value(route, "through");
        if (through.hasPlaceholder() || through.isBlank()) {
            return;
        }
        Set<String> known = routes.ids().stream().map(ParameterText::value).collect(Collectors.toSet());
        if (!known.contains(through.value())) {
            problems.accept(through.problem(
                    "through '" + through.value() + "': unknown route",
                    "name a route of the template auto-sync, or leave the parameter out"));
        } else if (is(AUTO_SYNC, through.value(), routes)
                && !is(SUPPLIER, routes.value(route, "source").value() + Routes.READ, routes)) {
            problems.accept(through.problem(
                    "through '" + through.value() + "' is for orders of suppliers, and the source '"
                            + routes.value(route, "source").value() + "' is none",
                    "read the source by the template supplier-read, or leave the parameter out"));
        }
    }

    private static boolean is(String template, String routeId, Routes routes) {
        return routes.templated().stream()
                .anyMatch(route -> route.routeId().value().equals(routeId)
                        && route.template().value().equals(template));
    }
}
