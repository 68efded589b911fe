package dev.syncline.message;

import dev.syncline.health.Freshness;
import dev.syncline.health.RouteHealth;
import dev.syncline.health.RouteHealths;
import dev.syncline.message.channel.Kinds;
import dev.syncline.message.content.Contents;
import dev.syncline.purchasing.OrderQueries;
import dev.syncline.record.ReasonGroup;
import dev.syncline.record.ReasonGroups;
import dev.syncline.record.ReasonGroups.Found;
import dev.syncline.record.ReasonGroups.Place;
import dev.syncline.record.RecordStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the causes that exist now. The number of queries does not depend on channels or records. */
@ApplicationScoped
class Causes {
    /** More groups of failed records than a person can look at. */
    private static final int MOST_GROUPS = 100;

    private final RouteHealths healths;
    private final ReasonGroups reasons;
    private final OrderQueries orders;
    private final CauseQueries queries;

    Causes(RouteHealths healths, ReasonGroups reasons, OrderQueries orders, CauseQueries queries) {
        this.healths = healths;
        this.reasons = reasons;
        this.orders = orders;
        this.queries = queries;
    }

    /** @param kinds that somebody wants to know of */
    Situation now(Set<String> kinds) throws SQLException {
        List<Cause> causes = new ArrayList<>();
        Set<CauseId> undecided = new HashSet<>();
        Set<String> incomplete = new HashSet<>();
        Map<String, RouteHealth> routes = healths.all();
        routes.values().forEach(route -> addRoute(route, causes, undecided));
        if (kinds.contains(Kinds.RUN_FAILED)) {
            causes.addAll(queries.failedRuns());
        }
        if (kinds.contains(Kinds.RECORDS_FAILED) && addRecords(causes)) {
            incomplete.add(Kinds.RECORDS_FAILED);
        }
        if (kinds.contains(Kinds.STALE_ORDERS)) {
            orders.stale().forEach((vendor, count) -> causes.add(stale(vendor, count)));
        }
        causes.addAll(queries.notices(kinds.stream().filter(Kinds::isOfNotices).collect(Collectors.toSet())));
        return new Situation(causes, undecided, incomplete, freshness(routes));
    }

    private static Map<String, Freshness> freshness(Map<String, RouteHealth> routes) {
        Map<String, Freshness> freshness = new LinkedHashMap<>();
        routes.forEach((id, route) -> freshness.put(id, route.freshness()));
        return freshness;
    }

    private static void addRoute(RouteHealth health, List<Cause> causes, Set<CauseId> undecided) {
        String route = health.route().id();
        Freshness freshness = health.freshness();
        CauseId late = CauseId.of(Kinds.ROUTE_LATE, route);
        if (freshness == Freshness.LATE) {
            causes.add(new Cause(late, health.route().title() + " is late", lateText(health), routePath(route)));
        } else if (freshness == Freshness.RUNNING || freshness == Freshness.FAILING) {
            undecided.add(late); // its run may end well, or not
        }
        int failed = health.progress().failedInRow();
        if (failed > 0 && freshness != Freshness.PAUSED) {
            causes.add(new Cause(
                    CauseId.of(Kinds.ROUTE_FAILING, route),
                    health.route().title() + " is failing",
                    (failed == 1 ? "Its latest run ended" : "Its latest " + failed + " runs ended")
                            + " as FAILED or BLOCKED: " + health.progress().lastReason(),
                    routePath(route)));
        }
    }

    private static String lateText(RouteHealth health) {
        return health.dueSince() != null
                ? "It was due more than once, and no run has begun since it was due at " + health.dueSince()
                        + ". Check that pods are running, then run it."
                : "Its last success was at " + health.state().lastSuccess()
                        + ", more than four times of its schedule ago. Its runs say why.";
    }

    /** Returns whether there are more. */
    private boolean addRecords(List<Cause> causes) {
        List<Found> groups = reasons.after(null, RecordStatus.FAILED, Place.FIRST, MOST_GROUPS + 1);
        groups.stream()
                .limit(MOST_GROUPS)
                .map(Found::group)
                .map(Causes::records)
                .forEach(causes::add);
        return groups.size() > MOST_GROUPS;
    }

    private static Cause records(ReasonGroup group) {
        String count =
                (group.isWhole() ? "" : "more than ") + group.count() + (group.count() == 1 ? " record" : " records");
        return new Cause(
                new CauseId(Kinds.RECORDS_FAILED, group.route(), group.reason()),
                Contents.subject(group.reason()),
                "When this was found, " + count + " had FAILED for this reason, such as: " + group.example(),
                "/records?route=" + encoded(group.route()) + "&status=FAILED&reason=" + encoded(group.reason()));
    }

    private static Cause stale(String vendor, long count) {
        return new Cause(
                new CauseId(Kinds.STALE_ORDERS, "", vendor),
                "orders of vendor " + vendor + " are older than its notice",
                count + (count == 1 ? " order was" : " orders were")
                        + " not synced since the supplier sent a notice about them. Refresh them, or look at the"
                        + " supplier's runs.",
                "/orders?stale=true&vendor=" + encoded(vendor));
    }

    static String routePath(String route) {
        return "/routes/" + encoded(route);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
