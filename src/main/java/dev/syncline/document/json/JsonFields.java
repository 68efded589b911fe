package dev.syncline.document.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.document.DocumentValues;
import dev.syncline.document.Faulty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields of a JSON object, with where it stands. Missing fields, nulls and blank texts are one. */
record JsonFields(String place, JsonNode object, List<String> warnings) {
    String place(String field) {
        return place + "." + field;
    }

    boolean has(String field) {
        return object.hasNonNull(field);
    }

    /** Text, or a number as text. */
    String text(String field) throws Faulty {
        JsonNode value = object.get(field);
        if (value != null && value.isContainerNode()) {
            throw new Faulty(place(field), "A text is wanted and there is a list or an object");
        }
        return value == null || value.isNull() ? null : DocumentValues.text(value.asText());
    }

    /** Fields that have another name than these, and a value. */
    List<String> others(Set<String> known) {
        List<String> others = new ArrayList<>();
        object.fields().forEachRemaining(field -> {
            if (!known.contains(field.getKey()) && !field.getValue().isNull()) {
                others.add(field.getKey());
            }
        });
        return others;
    }

    BigDecimal quantity(String field) throws Faulty {
        try {
            return DocumentValues.notNegative(number(field));
        } catch (NumberFormatException e) {
            throw new Faulty(place(field), "The quantity cannot be read: " + e.getMessage());
        }
    }

    BigDecimal price(String field) throws Faulty {
        try {
            return DocumentValues.notNegative(number(field));
        } catch (NumberFormatException e) {
            throw new Faulty(place(field), "The price cannot be read: " + e.getMessage());
        }
    }

    private BigDecimal number(String field) throws Faulty {
        JsonNode value = object.get(field);
        if (value != null && value.isBoolean()) {
            throw new NumberFormatException("'" + value + "' is no number");
        }
        return value != null && value.isNumber()
                ? DocumentValues.bounded(value.decimalValue())
                : DocumentValues.decimal(text(field));
    }

    LocalDate date(String field) throws Faulty {
        return DocumentValues.date(text(field), place(field), warnings);
    }

    Instant instant(String field) throws Faulty {
        return DocumentValues.instant(text(field), place(field), warnings);
    }

    /** Texts of a list, or the one text that stands for a list of one. */
    List<String> texts(String field) throws Faulty {
        JsonNode value = object.get(field);
        if (value == null || !value.isArray()) {
            String text = text(field);
            return text == null ? List.of() : List.of(text);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            if (element.isContainerNode()) {
                throw new Faulty(place(field), "A list of texts is wanted");
            }
            String text = element.isNull() ? null : DocumentValues.text(element.asText());
            if (text != null) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }
}
