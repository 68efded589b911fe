package dev.syncline.console.rules;

import static dev.syncline.console.frame.FormFields.stripped;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;

/** What the form of a rule sends; a browser sends what was left empty, too. */
public class RuleForm {
    private static final List<String> OF_CASE = List.of("eq", "ne", "in", "matches");

    @RestForm
    String token;

    @RestForm
    String route;

    @RestForm
    String field;

    @RestForm
    String operator;

    /** A value a line for the operator {@code in}. */
    @RestForm
    String value;

    @RestForm
    String ignoreCase;

    @RestForm
    String reason;

    @RestForm
    String effect;

    /** The body of the call that the form makes. */
    String body() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode body = json.objectNode().put("route", stripped(route)).put("effect", stripped(effect));
        if (!stripped(reason).isEmpty()) {
            body.put("reason", stripped(reason));
        }
        if (stripped(field).isEmpty()) {
            return body.toString();
        }
        body.put("field", stripped(field)).put("operator", stripped(operator));
        if ("in".equals(operator)) {
            ArrayNode values = body.putArray("value");
            values().lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(values::add);
        } else if (!"missing".equals(operator)) {
            body.put("value", values());
        }
        if (OF_CASE.contains(stripped(operator)) && "true".equals(ignoreCase)) {
            body.put("ignoreCase", true);
        }
        return body.toString();
    }

    /** With its blanks, which count; browsers end lines their own way. */
    String values() {
        return Objects.requireNonNullElse(value, "").replace("\r\n", "\n");
    }
}
