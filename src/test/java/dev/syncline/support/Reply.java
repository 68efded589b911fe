package dev.syncline.support;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a call answered: {@code response.as(Reply.class)}. It is a JsonPath that follows names and indexes itself, as
 * JsonPath compiles a class of Groovy for each path that it is asked for, which costs more than the call.
 */
public final class Reply extends JsonPath {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern STEPS =
            Pattern.compile("(?:\\$|NAME)(?:\\[\\d+])*(?:\\.NAME(?:\\[\\d+])*)*".replace("NAME", NAME.pattern()));

    private final JsonNode json;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Reply(JsonNode json) {
        super(json.toString());
        this.json = json;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T get(String path) {
        if (!STEPS.matcher(path).matches()) {
            return super.get(path);
        }
        Object at = value(json);
        for (String step : path.replace("[", ".[").split("\\.")) {
            if (!step.equals("$")) {
                at = step.startsWith("[")
                        ? element(at, Integer.parseInt(step.substring(1, step.length() - 1)))
                        : field(at, step);
            }
        }
        return (T) at;
    }

    /** Of a list, the field of each of its objects. */
    private static Object field(Object of, String name) {
        if (of instanceof List<?> list) {
            return list.stream()
                    .filter(Objects::nonNull)
                    .map(each -> field(each, name))
                    .collect(ArrayList::new, List::add, List::addAll);
        }
        return of == null ? null : ((Map<?, ?>) of).get(name);
    }

    private static Object element(Object of, int index) {
        List<?> list = (List<?>) of;
        return list == null || index >= list.size() ? null : list.get(index);
    }

    /** As JsonPath has it: the shortest whole number, and a float where it can be one. */
    private static Object value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            node.fields().forEachRemaining(field -> fields.put(field.getKey(), value(field.getValue())));
            return fields;
        } else if (node.isArray()) {
            List<Object> elements = new ArrayList<>();
            node.forEach(element -> elements.add(value(element)));
            return elements;
        } else if (node.isIntegralNumber()) {
            return node.numberValue();
        } else if (node.isNumber()) {
            double number = node.doubleValue();
            return Math.abs(number) <= Float.MAX_VALUE ? (Object) (float) number : (Object) number;
        }
        return node.isNull() ? null : node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
    }
}
