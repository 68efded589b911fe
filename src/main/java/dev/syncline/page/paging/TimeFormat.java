package dev.syncline.page.paging;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How an API wants the times of a range: the values of the parameter {@code times} of {@code http-read}. Where a format holds less
 * than the moment, the range is asked for by one unit wider at both ends: what is read too often is recognized by its content.
 */
public enum TimeFormat {
    ISO,
    ISO_SECONDS,
    DATE,
    EPOCH,
    EPOCH_MILLIS,
    RFC1123;

    /** @throws IllegalArgumentException if it is none */
    public static TimeFormat of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Returns all of them as they are written, with commas. */
    public static String all() {
        return Arrays.stream(values())
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    /** @param zone whose days a date counts */
    public String from(Instant moment, ZoneId zone) {
        return switch (this) {
            case ISO -> moment.toString();
            case DATE -> moment.atZone(zone).toLocalDate().minusDays(1).toString();
            default -> text(moment.truncatedTo(unit()).minus(wider()));
        };
    }

    /** @param zone whose days a date counts */
    public String to(Instant moment, ZoneId zone) {
        return switch (this) {
            case ISO -> moment.toString();
            case DATE -> moment.atZone(zone).toLocalDate().plusDays(1).toString();
            default -> text(moment.truncatedTo(unit()).plus(wider()));
        };
    }

    private ChronoUnit unit() {
        return this == EPOCH_MILLIS ? ChronoUnit.MILLIS : ChronoUnit.SECONDS;
    }

    private Duration wider() {
        return unit().getDuration();
    }

    private String text(Instant moment) {
        return switch (this) {
            case EPOCH -> Long.toString(moment.getEpochSecond());
            case EPOCH_MILLIS -> Long.toString(moment.toEpochMilli());
            case RFC1123 -> DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atZone(ZoneOffset.UTC));
            default -> moment.toString();
        };
    }
}
