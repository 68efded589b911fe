package dev.syncline.message;

import dev.syncline.health.Freshness;
import dev.syncline.message.SummaryQueries.RouteDay;
import dev.syncline.message.channel.Channel;
import dev.syncline.message.content.Content;
import dev.syncline.message.content.Contents;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Makes daily summaries: whether all is well, the routes by state, the runs of a day, what is kept back. */
@ApplicationScoped
class Summaries implements Round.SummarySource {
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Freshness> NAMED = List.of(Freshness.FAILING, Freshness.LATE, Freshness.PAUSED);

    private final SummaryQueries queries;
    private final Catalog catalog;
    private final Clock clock;

    Summaries(SummaryQueries queries, Catalog catalog, Clock clock) {
        this.queries = queries;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public Content of(Channel channel, Situation situation) throws SQLException {
        List<String> routes = catalog.all().stream()
                .filter(route ->
                        channel.interest().isIn(route.id(), route.about().section()))
                .map(SyncRoute::id)
                .toList();
        Map<String, RouteDay> days = new TreeMap<>(queries.since(clock.instant().minus(DAY)));
        days.keySet().retainAll(routes);
        Map<Freshness, List<String>> states = new EnumMap<>(Freshness.class);
        routes.forEach(route -> states.computeIfAbsent(
                        situation.routes().getOrDefault(route, Freshness.ON_DEMAND), state -> new ArrayList<>())
                .add(route));
        return Contents.summary(
                subject(states, days, routes.size()),
                String.join("\n", well(states, days), states(states), runs(days), keptBack(days)));
    }

    private static String subject(Map<Freshness, List<String>> states, Map<String, RouteDay> days, int routes) {
        String count = routes + (routes == 1 ? " route" : " routes");
        if (isWell(states, days)) {
            return "ALL WELL " + count + ": daily summary";
        }
        List<String> parts = new ArrayList<>();
        addCount(parts, size(states, Freshness.FAILING), "FAILING");
        addCount(parts, size(states, Freshness.LATE), "LATE");
        addCount(parts, sum(days, RouteDay::failed), "RECORDS FAILED");
        addCount(parts, sum(days, RouteDay::onHold), "ON HOLD");
        return String.join(", ", parts) + " of " + count + ": daily summary";
    }

    private static void addCount(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }

    private static boolean isWell(Map<Freshness, List<String>> states, Map<String, RouteDay> days) {
        return size(states, Freshness.FAILING) == 0
                && size(states, Freshness.LATE) == 0
                && sum(days, RouteDay::failed) == 0
                && sum(days, RouteDay::onHold) == 0;
    }

    private static String well(Map<Freshness, List<String>> states, Map<String, RouteDay> days) {
        return isWell(states, days)
                ? "All is well: no route is failing or late, and no record failed or is on hold."
                : "Something needs a person. The overview shows it by cause.";
    }

    private static String states(Map<Freshness, List<String>> states) {
        return "Routes: "
                + states.entrySet().stream()
                        .map(state -> state.getValue().size() + " "
                                + state.getKey().name().replace('_', ' ').toLowerCase(Locale.ROOT)
                                + (NAMED.contains(state.getKey()) ? " (" + names(state.getValue()) + ")" : ""))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String names(List<String> routes) {
        String first = String.join(", ", routes.subList(0, Math.min(10, routes.size())));
        return routes.size() > 10 ? first + " and " + (routes.size() - 10) + " more" : first;
    }

    private static String runs(Map<String, RouteDay> days) {
        Map<String, Long> runs = new TreeMap<>();
        days.values().forEach(day -> day.runs().forEach((status, count) -> runs.merge(status, count, Long::sum)));
        return "Runs of the last 24 hours: "
                + (runs.isEmpty()
                        ? "none"
                        : runs.entrySet().stream()
                                .map(run -> run.getValue() + " " + run.getKey())
                                .collect(Collectors.joining(", ")))
                + ".";
    }

    private static String keptBack(Map<String, RouteDay> days) {
        return "Records kept back: " + sum(days, RouteDay::failed) + " failed, " + sum(days, RouteDay::blocked)
                + " blocked, " + sum(days, RouteDay::onHold) + " on hold. Open notices: "
                + sum(days, RouteDay::notices) + ".";
    }

    private static long sum(Map<String, RouteDay> days, ToLongFunction<RouteDay> value) {
        return days.values().stream().mapToLong(value).sum();
    }

    private static int size(Map<Freshness, List<String>> states, Freshness state) {
        return states.getOrDefault(state, List.of()).size();
    }
}
