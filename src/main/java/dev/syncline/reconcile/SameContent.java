package dev.syncline.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.syncline.reconcile.Difference.Field;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a target holds what was sent. Only fields that were sent count, since a target has fields of its own;
 * and what is written in another way is the same: 1 and 1.0, absent and null, one instant in two zones or precisions.
 */
final class SameContent {
    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_VALUE = 1_000;

    private final Collection<String> notCompared;

    SameContent(Collection<String> notCompared) {
        this.notCompared = Set.copyOf(notCompared);
    }

    /** The fields in which the target does not hold what the source has; the first twenty of them. */
    List<Field> differences(JsonNode source, JsonNode target) {
        List<Field> found = new ArrayList<>();
        source.properties().forEach(field -> {
            if (!notCompared.contains(field.getKey())) {
                compare(field.getKey(), field.getValue(), target.path(field.getKey()), found);
            }
        });
        return found;
    }

    private static void compare(String path, JsonNode source, JsonNode target, List<Field> found) {
        if (source.isObject() && target.isObject()) {
            source.properties()
                    .forEach(field ->
                            compare(path + "." + field.getKey(), field.getValue(), target.path(field.getKey()), found));
        } else if (source.isArray() && target.isArray() && source.size() == target.size()) {
            for (int i = 0; i < source.size(); i++) {
                compare(path + "[" + i + "]", source.get(i), target.get(i), found);
            }
        } else if (!isSame(source, target) && found.size() < MOST_FIELDS) {
            found.add(new Field(path, shown(source), shown(target)));
        }
    }

    private static boolean isSame(JsonNode source, JsonNode target) {
        if (isNothing(source) || isNothing(target)) {
            return isNothing(source) && isNothing(target);
        } else if (source.isNumber() || target.isNumber()) {
            return isSameNumber(source, target);
        } else if (source.isTextual() && target.isTextual()) {
            return source.textValue().equals(target.textValue()) || isSameTime(source.textValue(), target.textValue());
        }
        return source.equals(target);
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    /** Some systems answer a number as text. A text such as 007 that comes back as a number has lost something. */
    private static boolean isSameNumber(JsonNode source, JsonNode target) {
        if (!source.isValueNode() || !target.isValueNode()) {
            return false;
        } else if (source.isTextual()) {
            return source.textValue().equals(target.asText());
        }
        try {
            return new BigDecimal(source.asText()).compareTo(new BigDecimal(target.asText())) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isSameTime(String source, String target) {
        if (!looksLikeATime(source) || !looksLikeATime(target)) {
            return false;
        }
        try {
            int digits = fractionDigits(target);
            return cut(time(source), digits).equals(cut(time(target), digits));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean looksLikeATime(String text) {
        return text.length() >= 16 && text.length() <= 40 && text.charAt(4) == '-' && text.charAt(13) == ':';
    }

    private static Temporal time(String text) {
        String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
        boolean hasOffset = iso.endsWith("Z") || iso.indexOf('+', 16) > 0 || iso.indexOf('-', 16) > 0;
        return hasOffset ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso);
    }

    private static int fractionDigits(String text) {
        int digits = 0;
        for (int i = text.indexOf('.') + 1; i > 0 && i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            digits++;
        }
        return digits;
    }

    /** A target keeps seconds, milliseconds or microseconds: no more than that can be asked of it. */
    private static Temporal cut(Temporal time, int digits) {
        ChronoUnit unit = digits == 0
                ? ChronoUnit.SECONDS
                : digits <= 3 ? ChronoUnit.MILLIS : digits <= 6 ? ChronoUnit.MICROS : ChronoUnit.NANOS;
        return time instanceof java.time.Instant instant
                ? instant.truncatedTo(unit)
                : ((LocalDateTime) time).truncatedTo(unit);
    }

    private static JsonNode shown(JsonNode value) {
        if (value instanceof MissingNode) {
            return NullNode.getInstance();
        }
        String text = value.isTextual() ? value.textValue() : value.isContainerNode() ? value.toString() : "";
        return text.length() <= LONGEST_VALUE ? value : new TextNode(text.substring(0, LONGEST_VALUE - 1) + "…");
    }
}
