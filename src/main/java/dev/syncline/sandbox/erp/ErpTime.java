package dev.syncline.sandbox.erp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** Picks moments of the last two years, none in the future, with the microseconds that PostgreSQL keeps. */
record ErpTime(Instant now, Random random) {
    private static final long SPAN_MICROS = Duration.ofDays(730).toSeconds() * 1_000_000;
    private static final ZoneId ERP_ZONE = ZoneId.of("Europe/Berlin");

    ErpTime(Clock clock, Random random) {
        this(clock.instant().truncatedTo(ChronoUnit.MICROS), random);
    }

    OffsetDateTime past() {
        return now.minus(1 + (long) (random.nextDouble() * SPAN_MICROS), ChronoUnit.MICROS)
                .atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime between(OffsetDateTime from) {
        long micros = ChronoUnit.MICROS.between(from.toInstant(), now);
        return from.plus((long) (random.nextDouble() * micros), ChronoUnit.MICROS);
    }

    LocalDateTime pastWallClock() {
        return past().atZoneSameInstant(ERP_ZONE).toLocalDateTime();
    }

    LocalDate today() {
        return now.atZone(ERP_ZONE).toLocalDate();
    }
}
