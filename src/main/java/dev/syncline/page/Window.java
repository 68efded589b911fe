package dev.syncline.page;

import dev.syncline.value.Micros;
import java.time.Instant;

/**
 * Which rows a run looks at, by when they changed. All bounds are optional.
 *
 * @param from the first instant
 * @param to the first instant that is not in it any more
 * @param fromNumber where changed-at is a row version and the range is {@code changes}: the first version
 * @param withUnknown whether rows that do not say when they changed are in it
 */
public record Window(Instant from, Instant to, Long fromNumber, boolean withUnknown) {
    public static final Window ALL = new Window(null, null, null, true);

    /** Whether a row is in it that changed then, in microseconds; null where that is not known. */
    boolean contains(Long changedAt) {
        if (changedAt == null) {
            return withUnknown;
        }
        return (from == null || changedAt >= Micros.of(from)) && (to == null || changedAt < Micros.of(to));
    }
}
