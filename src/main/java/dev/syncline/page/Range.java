package dev.syncline.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The ranges that a run can be asked for by name. */
public enum Range {
    CHANGES,
    TODAY,
    LAST_WEEK,
    LAST_MONTH,
    LAST_YEAR,
    ALL,
    /** Bounds given by the caller. */
    FROM_TO;

    /** The name in the API: {@code last-week}. */
    public String apiName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for an unknown name, saying which there are */
    public static Range of(String name) {
        for (Range range : values()) {
            if (range != FROM_TO && range.apiName().equals(name)) {
                return range;
            }
        }
        throw new IllegalArgumentException("Unknown range '" + name + "'. Ranges are "
                + Arrays.stream(values())
                        .filter(r -> r != FROM_TO)
                        .map(Range::apiName)
                        .collect(Collectors.joining(", "))
                + ", or from and to");
    }

    /**
     * The window of a range that is counted in days back from now: from midnight of its first day, in the zone, to now.
     * A midnight that a daylight-saving change leaves out is the first instant of that day.
     *
     * @throws IllegalStateException for ranges whose window does not follow from the clock
     */
    public Window window(Clock clock, ZoneId zone) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate first =
                switch (this) {
                    case TODAY -> today;
                    case LAST_WEEK -> today.minusDays(7);
                    case LAST_MONTH -> today.minusMonths(1);
                    case LAST_YEAR -> today.minusYears(1);
                    default -> throw new IllegalStateException(this + " has no window of its own");
                };
        return new Window(first.atStartOfDay(zone).toInstant(), now, null, false);
    }
}
