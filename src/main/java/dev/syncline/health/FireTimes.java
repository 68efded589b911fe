package dev.syncline.health;

import dev.syncline.route.Cron;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Computes the past and next times of the schedules of routes. */
@ApplicationScoped
class FireTimes {
    private static final int REMEMBERED = 4;
    private static final Duration LONGEST_LOOK_BACK = Duration.ofDays(1_500);

    private final ZoneId zone;
    private final Map<String, Fires> known = new ConcurrentHashMap<>();

    FireTimes(@ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.zone = zone;
    }

    /** @param last the last times, newest first, valid between {@code from} and {@code next} */
    private record Fires(String cron, List<Instant> last, Instant from, Instant next) {
        boolean holds(String schedule, Instant now) {
            return cron.equals(schedule) && !now.isBefore(from) && (next == null || now.isBefore(next));
        }
    }

    /** Returns the last four times at or before now, newest first; fewer if the schedule is too rare. */
    List<Instant> last(SyncRoute route, Instant now) {
        return known.compute(
                        route.id(),
                        (id, fires) -> fires != null && fires.holds(route.watchedSchedule(), now)
                                ? fires
                                : look(route.watchedSchedule(), now))
                .last();
    }

    /** Returns the first time after that moment; null if the schedule never fires again. */
    Instant next(SyncRoute route, Instant after) {
        return cron(route.watchedSchedule()).next(after);
    }

    /** Searches from points further and further back, as a cron gives only the next time. */
    private Fires look(String schedule, Instant now) {
        Cron cron = cron(schedule);
        Instant next = cron.next(now);
        Instant second = next == null ? null : cron.next(next);
        Duration back = second == null ? LONGEST_LOOK_BACK : Duration.between(next, second);
        Deque<Instant> last = new ArrayDeque<>();
        do {
            back = back.multipliedBy(2);
            last.clear();
            Instant fire = cron.next(now.minus(back));
            while (fire != null && !fire.isAfter(now)) {
                last.addFirst(fire);
                if (last.size() > REMEMBERED) {
                    last.removeLast();
                }
                fire = cron.next(fire);
            }
        } while (last.size() < REMEMBERED && back.compareTo(LONGEST_LOOK_BACK) < 0);
        return new Fires(schedule, List.copyOf(last), now, next);
    }

    private Cron cron(String schedule) {
        return new Cron(schedule, zone);
    }
}
