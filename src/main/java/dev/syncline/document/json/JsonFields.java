package dev.syncline.document.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.document.DocumentValues;
import dev.syncline.document.UnreadablePart;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields of a JSON object, with its place. Missing fields, nulls and blank texts are equal. */
record JsonFields(String place, JsonNode object, List<String> warnings) {
    String place(String field) {
        return place + "." + field;
    }

    boolean has(String field) {
        return object.hasNonNull(field);
    }

    /** Returns a text, or a number as text. */
    String text(String field) throws UnreadablePart {
        JsonNode value = object.get(field);
        if (value != null && value.isContainerNode()) {
            throw new UnreadablePart(place(field), "A text is wanted and there is a list or an object");
        }
        return value == null || value.isNull() ? null : DocumentValues.text(value.asText());
    }

    /** Returns the names of fields with a value that are not among the known ones. */
    List<String> others(Set<String> known) {
        List<String> others = new ArrayList<>();
        object.fields().forEachRemaining(field -> {
            if (!known.contains(field.getKey()) && !field.getValue().isNull()) {
                others.add(field.getKey());
            }
        });
        return others;
    }

    BigDecimal quantity(String field) throws UnreadablePart {
        try {
            return DocumentValues.notNegative(number(field));
        } catch (NumberFormatException e) {
            throw new UnreadablePart(place(field), "The quantity cannot be read: " + e.getMessage());
        }
    }

    BigDecimal price(String field) throws UnreadablePart {
        try {
            return DocumentValues.notNegative(number(field));
        } catch (NumberFormatException e) {
            throw new UnreadablePart(place(field), "The price cannot be read: " + e.getMessage());
        }
    }

    private BigDecimal number(String field) throws UnreadablePart {
        JsonNode value = object.get(field);
        if (value != null && value.isBoolean()) {
            throw new NumberFormatException("'" + value + "' is no number");
        }
        return value != null && value.isNumber()
                ? DocumentValues.bounded(value.decimalValue())
                : DocumentValues.decimal(text(field));
    }

    LocalDate date(String field) throws UnreadablePart {
        return DocumentValues.date(text(field), place(field), warnings);
    }

    Instant instant(String field) throws UnreadablePart {
        return DocumentValues.instant(text(field), place(field), warnings);
    }

    /** Returns the texts of a list, or a single text as a list. */
    List<String> texts(String field) throws UnreadablePart {
        JsonNode value = object.get(field);
        if (value == null || !value.isArray()) {
            String text = text(field);
            return text == null ? List.of() : List.of(text);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            if (element.isContainerNode()) {
                throw new UnreadablePart(place(field), "A list of texts is wanted");
            }
            String text = element.isNull() ? null : DocumentValues.text(element.asText());
            if (text != null) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }
}
