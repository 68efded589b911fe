package dev.syncline.route.validation;

import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Checks how HTTP systems page, and how they are asked for a range. */
final class PagingCheck implements Check {
    private static final Map<String, ValueRule> RULES = Map.of(
            "paging", ValueRule.oneOf("cursor", "page", "offset", "link", "next-link", "keyset", "none"),
            "end", ValueRule.oneOf("empty", "short", "total"),
            "format", ValueRule.oneOf("json", "ndjson", "csv"),
            "firstPage", ValueRule.number(0, 1_000),
            "times", ValueRule.oneOf("iso", "iso-seconds", "date", "epoch", "epoch-millis", "rfc1123"));

    /** Ways whose calls name the next page in the query parameter that {@code cursor} names. */
    private static final Set<String> NUMBERED = Set.of("page", "offset", "keyset");

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        for (TemplatedRoute system : routes.templated()) {
            if (system.template().value().equals("http-read")) {
                RULES.forEach((name, rule) -> given(system, name).ifPresent(value -> rule.fault()
                        .of(value.value())
                        .ifPresent(fault -> problems.accept(
                                value.problem(name + " '" + value.value() + "' " + fault, rule.cure())))));
                checkText(system, problems);
                given(system, "paging").ifPresent(paging -> checkNames(system, paging, problems));
                given(system, "filter").filter(filter -> !filter.isBlank()).ifPresent(filter -> {
                    checkCondition(system, "from", filter, problems);
                    checkCondition(system, "to", filter, problems);
                });
            }
        }
    }

    private static Optional<ParameterText> given(TemplatedRoute system, String name) {
        return system.parameter(name).filter(value -> !value.hasPlaceholder());
    }

    private static void checkText(TemplatedRoute system, Consumer<RouteProblem> problems) {
        given(system, "delimiter")
                .filter(value -> value.value().length() != 1 || value.value().equals("\""))
                .ifPresent(value -> problems.accept(value.problem(
                        "delimiter '" + value.value() + "' is not one character",
                        "write it, such as \";\" or \"\\t\"")));
        given(system, "charset")
                .filter(value -> !value.isBlank() && !isCharset(value.value()))
                .ifPresent(value -> problems.accept(value.problem(
                        "charset '" + value.value() + "' is not known",
                        "write its name, such as UTF-8, ISO-8859-1 or windows-1252")));
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static void checkNames(TemplatedRoute system, ParameterText paging, Consumer<RouteProblem> problems) {
        if (NUMBERED.contains(paging.value())
                && system.parameter("cursor").filter(name -> !name.isBlank()).isEmpty()) {
            problems.accept(paging.problem(
                    "paging '" + paging.value() + "' needs cursor",
                    "name in cursor the query parameter that says where the next page begins, such as page, offset or"
                            + " after_id"));
        }
        if (paging.value().equals("next-link")
                && system.parameter("next").filter(name -> !name.isBlank()).isEmpty()) {
            problems.accept(paging.problem(
                    "paging 'next-link' needs next",
                    "name in next the answer field that holds the address of the next page, such as links.next or"
                            + " @odata.nextLink"));
        }
    }

    private static void checkCondition(
            TemplatedRoute system, String name, ParameterText filter, Consumer<RouteProblem> problems) {
        boolean isCondition = system.parameter(name)
                .filter(value -> value.isBlank() || value.value().contains("{time}"))
                .isPresent();
        if (!isCondition) {
            problems.accept(filter.problem(
                    "filter '" + filter.value() + "' needs conditions, and " + name + " has no {time}",
                    "write the condition, such as from: updatedAt ge {time}, or leave " + name + " empty"));
        }
    }
}
