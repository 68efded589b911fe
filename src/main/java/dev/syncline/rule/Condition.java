package dev.syncline.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.syncline.value.FieldText;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A compiled rule. Regular expressions are those of RE2, whose time is linear in the length of the text. */
final class Condition {
    private static final int LONGEST_EXPRESSION = 1_000;

    /** RE2 expands repetitions, also nested ones, so the product of their counts is limited. */
    private static final int LARGEST_EXPRESSION = 10_000;

    private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    private final Rule rule;
    private final FieldPath field;
    private final Predicate<List<Object>> test;

    /** @throws InvalidRule if its regular expression is invalid */
    Condition(Rule rule) {
        this.rule = rule;
        field = rule.field() == null ? null : new FieldPath(rule.field());
        test = rule.field() == null ? values -> true : test(rule);
    }

    Rule rule() {
        return rule;
    }

    boolean isAnsweredBy(Map<String, Object> fields) {
        return field == null || FieldPath.isRead(rule.field(), fields);
    }

    boolean matches(Map<String, Object> fields) {
        return field == null || test.test(field.values(fields));
    }

    private static Predicate<List<Object>> test(Rule rule) {
        String value = rule.values().isEmpty() ? null : rule.values().get(0);
        return switch (rule.operator()) {
            case EQ -> any(among(rule));
            case NE -> any(among(rule)).negate();
            case IN -> any(among(rule));
            case MATCHES -> {
                Pattern pattern = pattern(value, rule.ignoreCase());
                yield any(found -> pattern.matches(FieldText.of(found)));
            }
            case GT -> any(found -> Operator.compare(found, value) > 0);
            case LT -> any(found -> Operator.compare(found, value) < 0);
            case MISSING -> values -> values.stream().anyMatch(FieldPath::isBlank);
        };
    }

    /** Tests whether a value is one of the rule's: texts must be identical, numbers equal in value. */
    private static Predicate<Object> among(Rule rule) {
        Set<String> texts = new HashSet<>();
        Set<BigDecimal> numbers = new HashSet<>();
        for (String wanted : rule.values()) {
            texts.add(rule.ignoreCase() ? Operator.inOneCase(wanted) : wanted);
            Operator.number(wanted).map(BigDecimal::stripTrailingZeros).ifPresent(numbers::add);
        }
        return found -> {
            String text = FieldText.of(found);
            return texts.contains(rule.ignoreCase() ? Operator.inOneCase(text) : text)
                    || found instanceof Number
                            && Operator.number(found)
                                    .map(BigDecimal::stripTrailingZeros)
                                    .filter(numbers::contains)
                                    .isPresent();
        };
    }

    /** Tests whether any element of a list matches. */
    private static Predicate<List<Object>> any(Predicate<Object> test) {
        return values -> values.stream().anyMatch(value -> value != null && test.test(value));
    }

    /** Returns an upper bound of the length of an expression with its repetitions expanded. */
    private static long size(String expression) {
        long size = expression.length();
        Matcher repetitions = REPETITION.matcher(expression);
        while (repetitions.find() && size <= LARGEST_EXPRESSION) {
            String most = repetitions.group(2) == null || repetitions.group(2).isEmpty()
                    ? repetitions.group(1)
                    : repetitions.group(2);
            size *= Math.max(1, Long.parseLong(most));
        }
        return size;
    }

    private static Pattern pattern(String expression, boolean ignoreCase) {
        if (expression.length() > LONGEST_EXPRESSION) {
            throw new InvalidRule("The regular expression has " + expression.length() + " characters, "
                    + LONGEST_EXPRESSION + " are the most");
        }
        if (size(expression) > LARGEST_EXPRESSION) {
            throw new InvalidRule("value '" + expression + "' repeats too much: its length times all its repetitions is"
                    + " more than " + LARGEST_EXPRESSION + ". Use * or + instead of large numbers");
        }
        try {
            return Pattern.compile(expression, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException e) {
            throw new InvalidRule(
                    "value '" + expression + "' is not a regular expression: " + e.getMessage()
                            + ". It must match the whole field, such as V-1.*; look-around and back references are not supported");
        }
    }
}
