package dev.syncline.page;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import dev.syncline.json.JsonNumber;
import dev.syncline.route.RegexLiterals;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Makes a record's fields from what an HTTP system gave, by a JSONata expression of the route. */
@ApplicationScoped
class Mapping {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");

    private final Map<String, Compiled> expressions = new ConcurrentHashMap<>();

    /** @param matches whether it may use regular expressions */
    private record Compiled(Jsonata expression, boolean matches) {}

    /** The expression makes nothing of a record; the message says why. */
    static final class Unmapped extends Exception {
        Unmapped(String message) {
            super(message);
        }
    }

    /**
     * The fields of a record.
     *
     * @param map the expression; blank for the fields as they came
     * @param isCutOff whether the run is over for which it is made
     * @throws InvalidSource when the expression is wrong
     * @throws Unmapped when it does not make an object of this record, or costs too much
     * @throws MapLimits.CutOff when the run is over
     */
    Map<String, Object> fields(SyncRoute route, String map, Map<String, Object> record, BooleanSupplier isCutOff)
            throws Unmapped {
        if (map.isBlank()) {
            return record;
        }
        Object exact = ExactNumber.guarded(record);
        Compiled compiled = expression(route, map);
        MapLimits limits = new MapLimits(isCutOff);
        try {
            Object made = limits.evaluate(compiled.expression(), compiled.matches(), exact);
            if (OneElementLists.isIn(exact)) {
                made = OneElementLists.kept(
                        made, exact, other -> limits.evaluate(compiled.expression(), compiled.matches(), other));
                limits.check();
            }
            made = ExactNumber.released(made);
            if (made instanceof Map<?, ?> object) {
                Map<String, Object> fields = new LinkedHashMap<>();
                object.forEach((name, value) -> fields.put(name.toString(), value));
                return fields;
            }
            throw new Unmapped("the map makes no object of it, but " + kind(made));
        } catch (MapLimits.CutOff e) {
            throw e;
        } catch (JException e) {
            throw new Unmapped("the map does not work on it: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new Unmapped("the map does not come to an end on it");
        } catch (RuntimeException e) { // of the library, which knows no other way to say that a value does not fit
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ExactNumber.Inexact) {
                    throw new Unmapped(cause.getMessage());
                } else if (cause instanceof MapLimits.CutOff cutOff) {
                    throw cutOff;
                } else if (cause instanceof JException) {
                    throw new Unmapped("the map does not work on it: " + cause.getMessage());
                } else if (cause instanceof StackOverflowError) {
                    throw new Unmapped("the map does not come to an end on it");
                }
            }
            throw new Unmapped("the map does not work on it: " + e);
        }
    }

    private Compiled expression(SyncRoute route, String map) {
        try {
            return expressions.computeIfAbsent(map, Mapping::compiled);
        } catch (JException e) {
            throw new InvalidSource("Route " + route.id() + ": its map cannot be used: " + e.getMessage(), e);
        }
    }

    private static Compiled compiled(String map) {
        Jsonata expression = Jsonata.jsonata(map);
        RegexLiterals.fault(map).ifPresent(fault -> {
            throw new JException(fault, -1);
        });
        expression.registerFunction(
                "number", new JFunction((input, arguments) -> number(arguments.get(0)), "<(nsb)-:n>"));
        return new Compiled(expression, RegexLiterals.mayBeIn(map));
    }

    private static Number number(Object value) {
        if (value instanceof ExactNumber exact) {
            return exact;
        } else if (value instanceof String text && NUMBER.matcher(text).matches()) {
            Number exact = ExactNumber.of(JsonNumber.of(text));
            if (exact instanceof ExactNumber) {
                return exact;
            }
        }
        return Functions.number(value);
    }

    private static String kind(Object made) {
        return made == null ? "nothing" : made instanceof java.util.List ? "a list" : "a single value";
    }
}
