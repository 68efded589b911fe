package dev.syncline.api.records;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Conflict;
import dev.syncline.record.RecordFilter;
import dev.syncline.record.RecordQueries;
import dev.syncline.record.RecordQueries.Share;
import dev.syncline.record.RetryLine.Selection;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.NothingToRetry;
import dev.syncline.run.Run;
import dev.syncline.run.RunOrders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Retries the records that a filter selects. */
@ApplicationScoped
class RecordRetries {
    private final RecordQueries records;
    private final RunOrders orders;
    private final Catalog catalog;

    RecordRetries(RecordQueries records, RunOrders orders, Catalog catalog) {
        this.records = records;
        this.orders = orders;
        this.catalog = catalog;
    }

    /**
     * Orders the run that retries them.
     *
     * @param wanted its status is FAILED, BLOCKED or ON_HOLD; without a route, the only one that has such records is meant
     * @param keys single records of them; null or empty for all
     * @throws Conflict if no record is selected
     */
    RetriedView place(RecordFilter wanted, List<String> keys, String who) {
        RecordFilter filter = wanted.route() == null ? wanted.ofRoute(onlyRoute(wanted)) : wanted;
        boolean isNamed = keys != null && !keys.isEmpty();
        try {
            Run run = orders.retry(filter.route(), new Selection(filter, isNamed ? keys : null), null, who);
            return RetriedView.of(run, isNamed ? Set.copyOf(keys).size() : null, records.keyless(filter));
        } catch (NothingToRetry e) {
            throw new Conflict("Route " + filter.route() + " has no record " + in(filter)
                    + (isNamed ? " among those that were named" : ""));
        }
    }

    /** Returns the only route that has such records.  @throws BadRequest if several may have some */
    private String onlyRoute(RecordFilter wanted) {
        Set<String> ids = catalog.all().stream().map(SyncRoute::id).collect(Collectors.toSet());
        List<Share> shares = records.shares(wanted).stream()
                .filter(share -> ids.contains(share.route())) // the record's route may have been removed
                .filter(share -> share.found() > 0 || !share.isWhole())
                .toList();
        if (shares.isEmpty()) {
            throw new Conflict("No route has a record " + in(wanted));
        } else if (shares.size() > 1 || shares.get(0).found() == 0) {
            throw new BadRequest("A retry is a run of one route, and records " + in(wanted)
                    + " are, or may be, in several: name one of them as route. There are "
                    + shares.stream().map(RecordRetries::text).collect(Collectors.joining(", ")));
        }
        return shares.get(0).route();
    }

    private static String text(Share share) {
        return share.route() + " (" + share.found() + (share.isWhole() ? ")" : " so far, not all were looked at)");
    }

    private static String in(RecordFilter filter) {
        return "in status " + filter.status()
                + (filter.q() == null ? "" : " whose key or title contains '" + filter.q() + "'")
                + (filter.reason() == null ? "" : " for the reason '" + filter.reason() + "'")
                + (filter.from() == null ? "" : " tried last at " + filter.from() + " or after")
                + (filter.to() == null ? "" : " tried last before " + filter.to());
    }
}
