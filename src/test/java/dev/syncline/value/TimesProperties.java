package dev.syncline.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** A time that is written as a database has it, or as ISO-8601 has it, is the same when it is read. */
class TimesProperties {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final long FIRST = LocalDateTime.of(-4000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long LAST = LocalDateTime.of(200_000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

    @Property(tries = 500)
    void isTheSameInBothForms(
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long part, @ForAll @IntRange(max = 999_999) int micros) {
        long seconds = FIRST + (LAST - FIRST) / 1_000_000_000L * part;
        LocalDateTime local = LocalDateTime.ofEpochSecond(seconds, micros * 1_000, ZoneOffset.UTC);
        assertEquals(local, Times.local(Times.text(local), ZONE));
        assertEquals(local, Times.local(local.toString(), ZONE));
        assertEquals(local.toLocalDate(), Times.date(Times.text(local.toLocalDate()), ZONE));
        Instant moment = local.toInstant(ZoneOffset.UTC);
        assertEquals(moment, Times.moment(Times.text(moment), ZONE));
        assertEquals(moment, Times.moment(moment.toString(), ZONE));
    }

    @Property(tries = 200)
    void spansOfAnyLengthAreTheSame(
            @ForAll @LongRange(min = -3_020_399_999_999L, max = 3_020_399_999_999L) long micros) {
        Duration span = Duration.ofNanos(micros * 1_000);
        assertEquals(span, Times.span(Times.text(span)));
    }

    @Property(tries = 200)
    void aDayThatThereIsNotIsRefused(
            @ForAll @IntRange(min = 1, max = 9999) int year, @ForAll @IntRange(min = 1, max = 12) int month) {
        YearMonth of = YearMonth.of(year, month);
        String last = of.atEndOfMonth().toString();
        assertEquals(LocalDate.parse(last), Times.date(last, ZONE));
        String after = last.substring(0, 8) + (of.lengthOfMonth() + 1);
        assertThrows(DateTimeException.class, () -> Times.date(after, ZONE));
        assertThrows(DateTimeException.class, () -> Times.local(after + " 10:00", ZONE));
    }
}
