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

/** When the schedules of routes came round. */
@ApplicationScoped
class FireTimes {
    private static final int REMEMBERED = 4;
    private static final Duration LONGEST_LOOK_BACK = Duration.ofDays(1_500);

    private final ZoneId zone;
    private final Map<String, Fires> known = new ConcurrentHashMap<>();

    FireTimes(@ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.zone = zone;
    }

    /** @param last newest first, valid between {@code from} and {@code next} */
    private record Fires(String cron, List<Instant> last, Instant from, Instant next) {
        boolean holds(String schedule, Instant now) {
            return cron.equals(schedule) && !now.isBefore(from) && (next == null || now.isBefore(next));
        }
    }

    /** The last four times at or before now, newest first; fewer where the schedule is too rare to tell. */
    List<Instant> last(SyncRoute route, Instant now) {
        return known.compute(
                        route.id(),
                        (id, fires) -> fires != null && fires.holds(route.watchedSchedule(), now)
                                ? fires
                                : look(route.watchedSchedule(), now))
                .last();
    }

    /** The first time after that moment; null when it never comes. */
    Instant next(SyncRoute route, Instant after) {
        return cron(route.watchedSchedule()).next(after);
    }

    /** A cron tells what comes next and not what was before: so it begins ever further back, until it meets enough. */
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
