package dev.syncline.supplier.notification;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.syncline.document.DocumentValues;
import dev.syncline.document.OrderNumbers;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;

/**
 * A notification that names orders, and has none of their content.
 *
 * @param isBare whether it has neither an id nor a time
 * @param sentAt its time; null if it has none, or one without an offset
 */
record OrderNotification(Set<String> orders, boolean isBare, Instant sentAt) {
    /** The supplier is asked for each of them. */
    static final int MOST = 1_000;

    private static final Set<String> NAMED = Set.of("orders", "orderNumbers");
    private static final String SENT_AT = "sentAt";
    private static final Set<String> TOLD_APART_BY = Set.of("id", "sentAt", "at", "timestamp");
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /**
     * Parses the body as a stream, as it may be a large document.
     *
     * @return null if it is no such notification
     * @throws InvalidNotification if it names no orders, or too many
     */
    static OrderNotification of(byte[] body) {
        Set<String> orders = null;
        boolean isBare = true;
        Instant sentAt = null;
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                boolean isList = json.nextToken() == JsonToken.START_ARRAY;
                if (isList && NAMED.contains(field)) {
                    Set<String> named = numbers(json);
                    orders = orders == null ? named : orders;
                } else if (field.equals(SENT_AT) && json.currentToken() == JsonToken.VALUE_STRING) {
                    sentAt = moment(json.getText());
                } else {
                    json.skipChildren();
                }
                isBare &= !TOLD_APART_BY.contains(field);
            }
        } catch (IOException e) {
            return null;
        }
        if (orders != null && orders.isEmpty()) {
            throw new InvalidNotification("The notice names no orders. Its field orders is a list of their numbers");
        }
        return orders == null ? null : new OrderNotification(orders, isBare, sentAt);
    }

    /**
     * Checks the age, so that an intercepted notification cannot be replayed for ever.
     *
     * @throws InvalidNotification if it is too old, or from the future
     */
    void checkAge(Instant now, Duration oldest) {
        if (sentAt != null && sentAt.isBefore(now.minus(oldest))) {
            throw new InvalidNotification("The notice was sent at " + sentAt + ", longer ago than " + oldest
                    + ". Send what is new; what was missed comes with the next poll");
        }
        if (sentAt != null && sentAt.isAfter(now.plus(oldest))) {
            throw new InvalidNotification("The notice says that it was sent at " + sentAt
                    + ", which is ahead. Correct the clock of the sender");
        }
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns the numbers of a list; null if it is a list of orders, and not of their numbers. */
    private static Set<String> numbers(JsonParser json) throws IOException {
        Set<String> numbers = new TreeSet<>();
        boolean isFirst = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (isFirst && json.currentToken().isStructStart()) {
                skipRest(json);
                return null;
            }
            isFirst = false;
            String number = json.currentToken().isScalarValue() ? json.getText() : "";
            if (json.currentToken() == JsonToken.VALUE_NULL || !OrderNumbers.isNumber(number)) {
                throw new InvalidNotification("The notice names an order that has no number: '"
                        + DocumentValues.shown(number) + "' (the " + (numbers.size() + 1) + ". of them)");
            }
            numbers.add(number.strip());
            if (numbers.size() > MOST) {
                throw new InvalidNotification(
                        "The notice names more than " + MOST + " orders. Send several notices, or documents");
            }
        }
        return numbers;
    }

    private static void skipRest(JsonParser json) throws IOException {
        do {
            json.skipChildren();
        } while (json.nextToken() != null && json.currentToken() != JsonToken.END_ARRAY);
    }
}
