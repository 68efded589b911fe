package dev.syncline.console.records;

import static dev.syncline.console.frame.FormFields.orNull;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Conflict;
import dev.syncline.api.http.Moment;
import dev.syncline.api.http.Statuses;
import dev.syncline.api.records.RecordsResource;
import dev.syncline.api.records.RetriedView;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.records.Retried.Started;
import dev.syncline.record.RecordFilter;
import dev.syncline.record.RecordQueries;
import dev.syncline.record.RecordQueries.Share;
import dev.syncline.record.RecordStatus;
import dev.syncline.route.Catalog;
import dev.syncline.route.UnknownRoute;
import dev.syncline.run.RouteBusy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Orders retries of the records that a page showed, a run a route, by the API's own call. */
@ApplicationScoped
class RetryOrders {
    private final RecordsResource records;
    private final RecordQueries queries;
    private final Catalog catalog;
    private final ZoneId zone;

    RetryOrders(
            RecordsResource records,
            RecordQueries queries,
            Catalog catalog,
            @ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.records = records;
        this.queries = queries;
        this.catalog = catalog;
        this.zone = zone;
    }

    Retried place(RetryForm form) {
        RecordStatus status = Statuses.record(orNull(form.status));
        if (status == null || form.isOfSelected() && form.keys().isEmpty()) {
            throw new BadRequest("No record was chosen. Go back, and check the boxes of those to retry");
        }
        String before = before(form);
        List<Started> runs = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        long selected = 0;
        for (String route : routes(form, status, before)) {
            try {
                RetriedView run = (RetriedView) records.retryAll(
                                route,
                                status.name(),
                                orNull(form.reason),
                                orNull(form.q),
                                orNull(form.from),
                                before,
                                form.isOfSelected() ? form.keys() : null)
                        .getEntity();
                selected += run.selected();
                runs.add(new Started(
                        run.run().id(), "/runs/" + run.run().id(), title(route), Numbers.of(run.selected(), "record")));
                run.skipped()
                        .forEach(part -> skipped.add(
                                Numbers.of(part.count(), "record") + " of " + title(route) + ": " + part.why()));
            } catch (RouteBusy | Conflict e) {
                skipped.add(title(route) + ": " + e.getMessage());
            }
        }
        Long expected = form.expected();
        if (expected != null && skipped.isEmpty() && selected < expected) {
            skipped.add(Numbers.of(expected - selected, "record")
                    + ": in another status since the page was made, or tried again since");
        }
        return new Retried(
                selected == 0 ? "Nothing is retried" : Numbers.of(selected, "record") + " retried",
                runs,
                skipped,
                form.list());
    }

    private List<String> routes(RetryForm form, RecordStatus status, String before) {
        if (orNull(form.route) != null) {
            return List.of(catalog.get(form.route).id());
        }
        return queries
                .shares(new RecordFilter(
                        null,
                        status,
                        orNull(form.reason),
                        orNull(form.q),
                        Moment.of("from", orNull(form.from), zone),
                        Moment.of("to", before, zone)))
                .stream()
                .filter(share -> share.found() > 0)
                .map(Share::route)
                .filter(this::isThere)
                .toList();
    }

    /** None that was tried after the page was made is retried: the page did not show it so. */
    private String before(RetryForm form) {
        return Stream.of(Moment.of("to", orNull(form.to), zone), Moment.of("until", orNull(form.until), zone))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(Instant::toString)
                .orElse(null);
    }

    private boolean isThere(String route) {
        try {
            return catalog.get(route) != null;
        } catch (UnknownRoute e) {
            return false; // its records outlive a route
        }
    }

    private String title(String route) {
        return catalog.get(route).title();
    }
}
