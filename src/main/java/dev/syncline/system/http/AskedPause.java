package dev.syncline.system.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/**
 * Reads from an answer the pause that a system asks for: {@code Retry-After} of 429 and 503 (RFC 9110), and headers
 * that leave no call before a reset, {@code X-RateLimit-*} and {@code RateLimit} in the forms of the IETF drafts.
 * Ignores invalid values.
 */
final class AskedPause {
    private static final long EPOCH = 1_000_000_000; // 31 years, if these were seconds from now
    private static final long EPOCH_MILLIS = EPOCH * 1_000;
    private static final Pattern LEFT = Pattern.compile("(?:^|[,;\\s])(?:remaining|r)\\s*=\\s*(\\d+)");
    private static final Pattern RESET = Pattern.compile("(?:^|[,;\\s])(?:reset|t)\\s*=\\s*(\\d+)");

    private final HttpResponse answer;
    private final Instant now;

    private AskedPause(HttpResponse answer, Clock clock) {
        this.answer = answer;
        // Times are by the system's clock, so they are compared with its own date.
        this.now = date(value("Date")).orElseGet(clock::instant);
    }

    static Optional<Duration> of(HttpResponse answer, Clock clock) {
        return new AskedPause(answer, clock).asked().filter(pause -> !pause.isNegative() && !pause.isZero());
    }

    private Optional<Duration> asked() {
        boolean isRefusal = answer.getCode() == 429 || answer.getCode() == 503;
        if (isRefusal && value("Retry-After") != null) {
            return retryAfter(value("Retry-After"));
        }
        for (String prefix : new String[] {"X-RateLimit-", "RateLimit-", "X-Rate-Limit-"}) {
            String left = value(prefix + "Remaining");
            if (answer.getCode() == 429
                    || left != null && number(left).filter(n -> n <= 0).isPresent()) {
                Optional<Duration> reset = number(value(prefix + "Reset")).map(this::reset);
                if (reset.isPresent()) {
                    return reset;
                }
            }
        }
        String combined = value("RateLimit");
        return combined != null && number(LEFT, combined).filter(n -> n == 0).isPresent()
                ? number(RESET, combined).map(this::reset)
                : Optional.empty();
    }

    private Optional<Duration> retryAfter(String value) {
        Optional<Duration> seconds = number(value).map(Duration::ofSeconds);
        return seconds.isPresent() ? seconds : date(value).map(date -> Duration.between(now, date));
    }

    /** Interprets the value by its size: seconds from now, seconds since 1970, or milliseconds since 1970. */
    private Duration reset(long value) {
        if (value >= EPOCH_MILLIS) {
            return Duration.between(now, Instant.ofEpochMilli(value));
        }
        return value >= EPOCH ? Duration.between(now, Instant.ofEpochSecond(value)) : Duration.ofSeconds(value);
    }

    private String value(String name) {
        Header header = answer.getFirstHeader(name);
        return header == null || header.getValue() == null
                ? null
                : header.getValue().strip();
    }

    private static Optional<Long> number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? number(found.group(1)) : Optional.empty();
    }

    private static Optional<Long> number(String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of((long) Math.min(Math.ceil(Double.parseDouble(text)), 1e15));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> date(String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
