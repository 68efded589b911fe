package dev.syncline.rule;

import dev.syncline.value.ChangedAt;
import dev.syncline.value.FieldText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** The operators by which rules compare a field with values. */
public enum Operator {
    EQ,
    NE,
    IN,
    MATCHES,
    GT,
    LT,
    MISSING;

    /** Returns the name in the API. */
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the operator compares texts for equality, so that case matters. */
    public boolean knowsCase() {
        return this == EQ || this == NE || this == IN || this == MATCHES;
    }

    /** Returns a text that is equal for texts that differ in case only, also those with ß, ſ or ı. */
    static String inOneCase(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Compares numbers by value, times by their instant, and other values as text. */
    static int compare(Object found, String wanted) {
        Optional<BigDecimal> a = number(found);
        Optional<BigDecimal> b = number(wanted);
        if (a.isPresent() && b.isPresent()) {
            return a.get().compareTo(b.get());
        }
        Optional<Instant> from = time(FieldText.of(found));
        Optional<Instant> to = time(wanted);
        if (from.isPresent() && to.isPresent()) {
            return from.get().compareTo(to.get());
        }
        return FieldText.of(found).compareTo(wanted);
    }

    static Optional<BigDecimal> number(Object value) {
        if (value instanceof BigDecimal number) {
            return Optional.of(number);
        }
        String text = value.toString().strip();
        if (text.isEmpty() || text.length() > 100 || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Parses a time; a date means its first moment, and a time without a zone is in UTC. */
    private static Optional<Instant> time(String text) {
        if (text.length() < 10 || text.length() > 40 || text.charAt(4) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(ChangedAt.of(text, ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
