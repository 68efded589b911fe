package dev.syncline.sandbox.supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.sandbox.call.SandboxProblem;
import dev.syncline.sandbox.document.Order;
import dev.syncline.sandbox.document.OrderLine;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The body of {@code POST /sandbox/suppliers/{s}/orders/{n}}; an error in it has status 400. */
record Poke(ObjectNode body) {
    String action() {
        return text("action").orElseThrow(() -> new SandboxProblem(400, "Say what happens: {\"action\": \"confirm\"}"));
    }

    Optional<String> text(String field) {
        return body.hasNonNull(field) ? Optional.of(body.get(field).asText()) : Optional.empty();
    }

    boolean is(String field) {
        return body.path(field).asBoolean(false);
    }

    Optional<BigDecimal> quantity() {
        return number("quantity");
    }

    Optional<BigDecimal> price() {
        return number("unitCost").or(() -> number("price"));
    }

    private Optional<BigDecimal> number(String field) {
        return text(field).map(text -> {
            try {
                BigDecimal number = new BigDecimal(text);
                if (number.signum() >= 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // The message is below.
            }
            throw new SandboxProblem(400, "'" + field + "' must be a number from 0 up, not '" + text + "'");
        });
    }

    Optional<LocalDate> date() {
        return text("date").map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new SandboxProblem(400, "'date' must be a date such as 2026-12-24, not '" + text + "'");
            }
        });
    }

    /** Returns the date that the document is to have instead of now. */
    Optional<Instant> at() {
        return text("at").map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new SandboxProblem(400, "'at' must be a time with offset, not '" + text + "'");
            }
        });
    }

    /** Returns the line that it names, or all lines that the supplier has not completed. */
    List<OrderLine> lines(Order order) {
        return line(order).map(List::of).orElseGet(() -> order.lines().stream()
                .filter(line ->
                        line.status() != OrderLine.Status.CANCELLED && line.status() != OrderLine.Status.SHIPPED)
                .toList());
    }

    Optional<OrderLine> line(Order order) {
        return text("line").map(text -> order.lines().stream()
                .filter(line -> String.valueOf(line.line()).equals(text))
                .findFirst()
                .orElseThrow(() -> new SandboxProblem(
                        404, "Order " + order.reference() + " has no line '" + text + "' at the supplier")));
    }
}
