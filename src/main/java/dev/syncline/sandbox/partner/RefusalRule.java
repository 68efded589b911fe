package dev.syncline.sandbox.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A rule of a partner system for its records. */
interface RefusalRule {
    /** Returns why a record is refused; empty if it is accepted. */
    Optional<PartnerRefusal> check(JsonNode data);

    /** Returns a rule that each of the text fields must match the pattern as a whole, if it is present. */
    static RefusalRule pattern(List<String> fields, String pattern, String reason) {
        Pattern compiled = Pattern.compile(pattern);
        return data -> {
            for (String field : fields) {
                JsonNode value = data.get(field);
                if (value != null
                        && value.isTextual()
                        && !compiled.matcher(value.textValue()).matches()) {
                    return Optional.of(new PartnerRefusal(field, reason.formatted(value.textValue())));
                }
            }
            return Optional.empty();
        };
    }

    static RefusalRule longest(String field, int characters, String reason) {
        return data -> {
            String text = data.path(field).asText("");
            return text.codePointCount(0, text.length()) > characters
                    ? Optional.of(new PartnerRefusal(field, reason.formatted(characters)))
                    : Optional.empty();
        };
    }

    static RefusalRule least(String field, BigDecimal limit, String reason) {
        return data -> {
            JsonNode value = data.path(field);
            return value.isNumber() && value.decimalValue().compareTo(limit) < 0
                    ? Optional.of(new PartnerRefusal(
                            field, reason.formatted(value.decimalValue().toPlainString(), limit.toPlainString())))
                    : Optional.empty();
        };
    }

    static RefusalRule ordered(String first, String second, String reason) {
        return data -> {
            try {
                String from = data.path(first).asText("");
                String to = data.path(second).asText("");
                return !from.isEmpty() && !to.isEmpty() && LocalDate.parse(to).isBefore(LocalDate.parse(from))
                        ? Optional.of(new PartnerRefusal(second, reason.formatted(to, from)))
                        : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.of(new PartnerRefusal(second, "is not a date: " + e.getParsedString()));
            }
        };
    }
}
