package dev.syncline.console.records;

import static dev.syncline.console.frame.FormFields.orNull;

import dev.syncline.api.http.Listing;
import dev.syncline.api.http.Moment;
import dev.syncline.api.http.Statuses;
import dev.syncline.api.records.RecordView;
import dev.syncline.api.records.RecordsResource;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Chip;
import dev.syncline.console.frame.Choice;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.records.RecordList.RetryAll;
import dev.syncline.console.records.RecordList.Row;
import dev.syncline.record.RecordFilter;
import dev.syncline.record.RecordQueries;
import dev.syncline.record.RecordQueries.Share;
import dev.syncline.record.RecordStatus;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.RouteStates;
import dev.syncline.run.RouteStates.Records;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes a page of the list of records, from the calls that the API has for it. */
@ApplicationScoped
class RecordLists {
    private final RecordsResource records;
    private final RecordQueries queries;
    private final RouteStates states;
    private final Catalog catalog;
    private final Frames frames;
    private final ZoneId zone;

    RecordLists(
            RecordsResource records,
            RecordQueries queries,
            RouteStates states,
            Catalog catalog,
            Frames frames,
            @ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.records = records;
        this.queries = queries;
        this.states = states;
        this.catalog = catalog;
        this.frames = frames;
        this.zone = zone;
    }

    RecordList of(RecordSearch search, boolean mayRetry) {
        Instant now = frames.now();
        Listing<RecordView> found = records.list(
                orNull(search.route),
                orNull(search.status),
                orNull(search.reason),
                orNull(search.q),
                orNull(search.from),
                orNull(search.to),
                null,
                orNull(search.cursor));
        Map<String, String> titles = catalog.all().stream().collect(Collectors.toMap(SyncRoute::id, SyncRoute::title));
        boolean isFirst = orNull(search.cursor) == null;
        return new RecordList(
                search.asked(),
                chips(search),
                choices(search),
                found.items().stream().map(record -> row(record, titles)).toList(),
                search.isNarrowed(),
                orNull(search.reason) == null ? null : search.withoutReason(),
                found.next() == null
                        ? null
                        : search.address().with("cursor", found.next()).toString(),
                isFirst ? null : search.address().toString(),
                mayRetry ? retry(search, now) : null,
                empty(search, found.next() != null));
    }

    private List<Chip> chips(RecordSearch search) {
        Map<String, RouteStates.State> all = states.all();
        String route = orNull(search.route);
        List<Records> shown = all.entrySet().stream()
                .filter(entry -> route == null || route.equals(entry.getKey()))
                .map(entry -> entry.getValue().records())
                .toList();
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip("All", search.inStatus(null), orNull(search.status) == null));
        for (RecordStatus status : List.of(
                RecordStatus.FAILED,
                RecordStatus.ON_HOLD,
                RecordStatus.BLOCKED,
                RecordStatus.IN_PROGRESS,
                RecordStatus.SUCCESS)) {
            long count = shown.stream().mapToLong(counter(status)).sum();
            chips.add(new Chip(
                    State.of(status).label() + " " + Numbers.grouped(count),
                    search.inStatus(status),
                    status.name().equals(search.status)));
        }
        return chips;
    }

    private static ToLongFunction<Records> counter(RecordStatus status) {
        return switch (status) {
            case FAILED -> Records::failed;
            case ON_HOLD -> Records::onHold;
            case BLOCKED -> Records::blocked;
            case IN_PROGRESS -> Records::inProgress;
            case SUCCESS -> Records::success;
        };
    }

    private List<Choice> choices(RecordSearch search) {
        return Choice.ofRoutes(catalog.all(), search.route);
    }

    private Row row(RecordView record, Map<String, String> titles) {
        return new Row(
                record.key(),
                record.title() == null || record.title().isBlank() ? record.key() : record.title(),
                Address.of("/record")
                        .with("route", record.route())
                        .with("key", record.key())
                        .toString(),
                titles.getOrDefault(record.route(), record.route()),
                "/routes/" + record.route(),
                State.of(RecordStatus.valueOf(record.status())),
                record.reason() == null ? "" : record.reason(),
                record.attempts() == 1 ? "once" : Numbers.of(record.attempts(), "time"),
                frames.when(record.lastAttemptAt()));
    }

    /** Null where the filter names no status whose records can be retried. */
    private RetryAll retry(RecordSearch search, Instant now) {
        RecordStatus status = Statuses.record(orNull(search.status));
        if (status == null || status == RecordStatus.SUCCESS || status == RecordStatus.IN_PROGRESS) {
            return null;
        }
        List<Share> shares = queries.shares(new RecordFilter(
                orNull(search.route),
                status,
                orNull(search.reason),
                orNull(search.q),
                Moment.of("from", orNull(search.from), zone),
                Moment.of("to", orNull(search.to), zone)));
        long shown = shares.stream().mapToLong(Share::found).sum();
        boolean isWhole = shares.stream().allMatch(Share::isWhole);
        long routes = shares.stream().filter(share -> share.found() > 0).count();
        if (shown == 0 && isWhole) {
            return null;
        }
        return new RetryAll(
                isWhole ? shown : 0,
                "Retry all " + Numbers.grouped(shown),
                now.toString(),
                orNull(search.route) != null,
                !isWhole
                        ? "There are too many records to count those that match. Choose a route or a reason to retry them"
                        : routes > 1 ? "in " + routes + " routes, one run each" : "");
    }

    private static String empty(RecordSearch search, boolean isToBeContinued) {
        if (isToBeContinued) {
            return "None of the records looked at so far matches. The next page looks further.";
        } else if (search.isNarrowed() || orNull(search.status) != null) {
            return "No record matches. Remove a part of the filter to see more.";
        }
        return "No run has come to a record yet. Run a route: the overview lists them.";
    }
}
