package dev.syncline.api.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.api.http.BadRequest;
import dev.syncline.rule.Effect;
import dev.syncline.rule.Operator;
import dev.syncline.rule.Rule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of the call that creates a rule.
 *
 * @param route a route's id, {@code *} standing for any text
 * @param field the field to look at, with dots for nested ones; null for every record of the route
 * @param value text, number, true or false; for {@code in} a list of these, or a text with commas
 * @param ignoreCase whether eq, ne, in and matches ignore case; false by default
 * @param effect BLOCK by default
 */
@RegisterForReflection
public record RuleBody(
        String route,
        String field,
        String operator,
        @Schema(implementation = String.class) JsonNode value,
        Boolean ignoreCase,
        String reason,
        String effect) {
    private static final int LONGEST = 1_000;
    private static final int MOST_VALUES = 10_000;

    /** @throws BadRequest if a field is missing or invalid, or fields contradict each other */
    Rule rule(String who) {
        if (blank(route)) {
            throw new BadRequest("Name the route that the rule is for, with * for any text, as *-vendors-*");
        }
        for (String text : Arrays.asList(route, field, reason)) {
            if (text != null && text.length() > LONGEST) {
                throw new BadRequest("route, field and reason have at most " + LONGEST + " characters");
            }
        }
        if (blank(field)) {
            if (!blank(operator) || value != null && !value.isNull()) {
                throw new BadRequest("A rule with an operator or a value needs the field that it looks at; without a"
                        + " field, operator and value it is for every record of the route");
            }
            refuseCase("a rule without a field compares no text");
            return new Rule(
                    null, route.strip(), null, null, List.of(), false, reasonOrNull(), effectOrBlock(), null, who);
        }
        Operator known = operatorOrBad();
        if (!known.knowsCase()) {
            refuseCase("the operator " + known.apiName() + " does not look at the case of letters");
        }
        return new Rule(
                null,
                route.strip(),
                field.strip(),
                known,
                values(known),
                Boolean.TRUE.equals(ignoreCase),
                reasonOrNull(),
                effectOrBlock(),
                null,
                who);
    }

    private void refuseCase(String why) {
        if (Boolean.TRUE.equals(ignoreCase)) {
            throw new BadRequest("ignoreCase is for eq, ne, in and matches: " + why + ". Leave it out");
        }
    }

    private Operator operatorOrBad() {
        return Arrays.stream(Operator.values())
                .filter(known -> known.apiName().equals(operator))
                .findFirst()
                .orElseThrow(() -> new BadRequest((blank(operator)
                                ? "A rule over a field needs an operator"
                                : "Unknown operator '" + operator + "'")
                        + ". Operators are "
                        + Arrays.stream(Operator.values())
                                .map(Operator::apiName)
                                .collect(Collectors.joining(", "))));
    }

    private Effect effectOrBlock() {
        return blank(effect)
                ? Effect.BLOCK
                : Arrays.stream(Effect.values())
                        .filter(known -> known.name().equals(effect))
                        .findFirst()
                        .orElseThrow(() -> new BadRequest("Unknown effect '" + effect + "'. Effects are BLOCK, HOLD"));
    }

    private List<String> values(Operator operator) {
        if (operator == Operator.MISSING) {
            if (value != null && !value.isNull()) {
                throw new BadRequest("The operator missing takes no value");
            }
            return List.of();
        }
        List<String> values = new ArrayList<>();
        if (operator == Operator.IN && value != null && value.isArray()) {
            value.forEach(element -> values.add(text(element)));
        } else if (operator == Operator.IN && value != null && value.isTextual()) {
            Arrays.stream(value.textValue().split(","))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .forEach(values::add);
        } else if (value != null && !value.isNull()) {
            values.add(text(value));
        }
        if (values.isEmpty()) {
            throw new BadRequest("The operator " + operator.apiName() + " needs a value to compare " + field + " with");
        }
        if (values.size() > MOST_VALUES || values.stream().anyMatch(text -> text.length() > LONGEST)) {
            throw new BadRequest(
                    "A rule has at most " + MOST_VALUES + " values, of at most " + LONGEST + " characters each");
        }
        return List.copyOf(values);
    }

    private static String text(JsonNode element) {
        if (!element.isValueNode() || element.isNull()) {
            throw new BadRequest("value must be text, a number, true or false; only in takes a list of them");
        }
        return element.asText();
    }

    private String reasonOrNull() {
        return blank(reason) ? null : reason.strip();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
