package dev.syncline.value;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Microseconds since 1970, the unit of a changed-at that is a time. */
public final class Micros {
    private static final long UNIT = 1_000_000;

    private Micros() {}

    /** Returns the microseconds of an instant; the nearest long if that is out of range, such as for infinity. */
    public static long of(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (Math.abs(seconds) >= Long.MAX_VALUE / UNIT) {
            return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return seconds * UNIT + instant.getNano() / 1_000;
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
