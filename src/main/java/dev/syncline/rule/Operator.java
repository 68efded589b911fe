package dev.syncline.rule;

import dev.syncline.value.ChangedAt;
import dev.syncline.value.FieldText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** How a rule compares a field with its value. */
public enum Operator {
    EQ,
    NE,
    IN,
    MATCHES,
    GT,
    LT,
    MISSING;

    /** The name in the API. */
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether letters have a case to this operator: it compares texts for being the same. */
    public boolean knowsCase() {
        return this == EQ || this == NE || this == IN || this == MATCHES;
    }

    /** Texts that differ in the case of letters alone have the same text in one case: also those with ß, ſ or ı. */
    static String inOneCase(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Numbers by their value, times by when they are, anything else as text. */
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

    /** A date is its first moment; what has no zone is taken to be in UTC. */
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
