package dev.syncline.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing of passwords: after some failures, log-ins by a name from an address are checked one after the
 * other, with growing delays. The same applies to all names together from an address, after more failures. Remembers a
 * bounded number of failing places, and nothing of successful log-ins; does not block threads.
 */
final class LogInTurns {
    private static final int FREE_FAILURES = 3;
    private static final int FREE_FAILURES_OF_AN_ADDRESS = 20;
    private static final int MOST_WAITING_AT_A_PLACE = 20;
    private static final int MOST_WAITING = 500;
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    /**
     * Where log-ins fail.
     *
     * @param name null for all names from the address
     */
    record LogInPlace(String name, String address) {}

    /**
     * The turn of a log-in, which is to be checked after a delay.
     *
     * @param ofNameAlone the delay if only the failures of its name counted
     */
    record Turn(LogInPlace ofName, LogInPlace ofAddress, Duration ofNameAlone, Duration delay) {}

    private static final class Failures {
        int count;
        int waiting;
        Instant next;
    }

    private final Clock clock;
    private final Duration longest;
    private final Map<LogInPlace, Failures> places;
    private int waiting;

    LogInTurns(Clock clock, Duration longest, int mostPlaces) {
        this.clock = clock;
        this.longest = longest;
        places = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<LogInPlace, Failures> eldest) {
                return size() > mostPlaces;
            }
        };
    }

    /** Returns the turn of a log-in; empty if too many are waiting already. */
    synchronized Optional<Turn> take(String name, String address) {
        LogInPlace ofName = new LogInPlace(name, address);
        LogInPlace ofAddress = new LogInPlace(null, address);
        Failures failures = of(ofName);
        if (waiting >= MOST_WAITING || failures.waiting >= MOST_WAITING_AT_A_PLACE) {
            return Optional.empty();
        }
        Duration byName = wait(failures, FREE_FAILURES);
        Duration byAddress = wait(of(ofAddress), FREE_FAILURES_OF_AN_ADDRESS);
        waiting++;
        return Optional.of(new Turn(ofName, ofAddress, byName, byName.compareTo(byAddress) > 0 ? byName : byAddress));
    }

    /** Records the result of a log-in. */
    synchronized void end(Turn turn, boolean isRight) {
        waiting--;
        end(turn.ofName(), isRight, isRight);
        end(turn.ofAddress(), isRight, false);
    }

    /** Returns the number of remembered places. */
    synchronized int size() {
        return places.size();
    }

    private Failures of(LogInPlace place) {
        Failures failures = places.computeIfAbsent(place, p -> new Failures());
        Instant now = clock.instant();
        if (failures.next == null
                || failures.waiting == 0 && failures.next.plus(REMEMBERED).isBefore(now)) {
            failures.count = 0;
            failures.next = now;
        }
        return failures;
    }

    /** Computes the delay. Log-ins that are being checked count as failures until they succeed. */
    private Duration wait(Failures failures, int free) {
        Instant now = clock.instant();
        Instant start = failures.next.isBefore(now) ? now : failures.next;
        int over = failures.count + failures.waiting - free;
        failures.waiting++;
        if (over < 0) {
            return Duration.between(now, start);
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(over, 20));
        failures.next = start.plus(pause.compareTo(longest) > 0 ? longest : pause);
        return Duration.between(now, failures.next);
    }

    private void end(LogInPlace place, boolean isRight, boolean forgives) {
        Failures failures = places.get(place);
        if (failures == null) {
            return; // it was evicted
        }
        failures.waiting = Math.max(0, failures.waiting - 1);
        if (!isRight) {
            failures.count++;
        } else if (forgives) {
            failures.count = 0;
            failures.next = clock.instant();
        }
        if (failures.count == 0 && failures.waiting == 0) {
            places.remove(place);
        }
    }
}
