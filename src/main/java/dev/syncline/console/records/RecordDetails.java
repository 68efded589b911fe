package dev.syncline.console.records;

import dev.syncline.api.documents.DocumentView;
import dev.syncline.api.orders.OrdersOfRecords;
import dev.syncline.api.records.RecordView;
import dev.syncline.api.records.RecordsResource;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.records.RecordDetail.Difference;
import dev.syncline.console.records.RecordDetail.Event;
import dev.syncline.console.records.RecordDetail.Fact;
import dev.syncline.record.LogEntry;
import dev.syncline.record.LogReader;
import dev.syncline.record.Notices.Subject;
import dev.syncline.record.RecordQueries;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.SyncRecord;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.secret.MaskedJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes the page of one record, from the call that the API has for it and what the log says that the target has. */
@ApplicationScoped
class RecordDetails {
    private final RecordsResource records;
    private final RecordQueries queries;
    private final LogReader log;
    private final OrdersOfRecords orders;
    private final Catalog catalog;
    private final Frames frames;

    RecordDetails(
            RecordsResource records,
            RecordQueries queries,
            LogReader log,
            OrdersOfRecords orders,
            Catalog catalog,
            Frames frames) {
        this.records = records;
        this.queries = queries;
        this.log = log;
        this.orders = orders;
        this.catalog = catalog;
        this.frames = frames;
    }

    RecordDetail of(String routeId, String key) throws SQLException {
        RecordView record = records.get(routeId, key, key);
        SyncRoute route = catalog.get(routeId);
        RecordStatus status = RecordStatus.valueOf(record.status());
        SyncRecord row = queries.find(route.id(), record.key()).orElse(null);
        boolean isKeyless = row != null && row.keyless;
        LogEntry last = row == null ? null : log.entry(row.logId, record.key()).orElse(null);
        Payload payload = Payload.of(record.payload());
        Payload there = Payload.of(last == null ? null : MaskedJson.of(last.content()));
        List<Difference> differences = payload.isEmpty() ? List.of() : payload.differences(there);
        int same = payload.size() - differences.size();
        return new RecordDetail(
                route.id(),
                route.title(),
                "/routes/" + route.id(),
                route.target(),
                record.key(),
                record.title() == null || record.title().isBlank() ? record.key() : record.title(),
                State.of(status),
                record.reason() == null ? "" : record.reason(),
                advice(status, isKeyless, route),
                differences,
                payload.isEmpty() ? "" : Numbers.of(same, "field") + (same == 1 ? " is" : " are") + " the same",
                !there.isEmpty(),
                !isKeyless && status != RecordStatus.SUCCESS && status != RecordStatus.IN_PROGRESS,
                payload.fields(route.keyFields()),
                facts(record),
                record.targetUrl(),
                history(record, status));
    }

    private static String advice(RecordStatus status, boolean isKeyless, SyncRoute route) {
        if (isKeyless) {
            return "Its row has no key of its own, so it cannot be asked for. Correct it at " + route.source()
                    + " and run the route over all.";
        }
        return switch (status) {
            case FAILED ->
                "Correct it at " + route.source()
                        + ": the next run after that sends it again. Or send it once with other values.";
            case ON_HOLD ->
                "It is sent by itself once what is missing is there. Or send it once with the missing value.";
            case BLOCKED -> "A rule keeps it back; it is sent by itself once the rule is deleted.";
            case IN_PROGRESS -> "A run is to send it now.";
            case SUCCESS -> "";
        };
    }

    private List<Fact> facts(RecordView record) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        orders.of(List.of(new Subject(record.route(), record.key())))
                .values()
                .forEach(order -> facts.add(new Fact(
                        "Purchase order",
                        order.number(),
                        null,
                        Address.of("/order")
                                .with("vendor", order.vendor())
                                .with("number", order.number())
                                .toString())));
        facts.add(new Fact("Last tried", "", frames.when(record.lastAttemptAt()), null));
        facts.add(new Fact("In run", Long.toString(record.runId()), null, "/runs/" + record.runId()));
        facts.add(new Fact("Attempts", Numbers.grouped(record.attempts()), null, null));
        if (record.lastSyncedAt() != null) {
            facts.add(new Fact("In step since", "", frames.when(record.lastSyncedAt()), null));
        }
        if (record.sourceChangedAt() != null) {
            facts.add(new Fact("Changed at the source", "", frames.when(record.sourceChangedAt()), null));
        }
        if (record.targetRef() != null) {
            facts.add(new Fact("At the target as", record.targetRef(), null, null));
        }
        return facts;
    }

    private List<Event> history(RecordView record, RecordStatus status) {
        Stream<Event> now = status == RecordStatus.SUCCESS || status == RecordStatus.IN_PROGRESS
                ? Stream.empty()
                : Stream.of(new Event(
                        frames.when(record.lastAttemptAt()),
                        State.of(status).label() + (record.attempts() > 1 ? ", attempt " + record.attempts() : ""),
                        "Run " + record.runId(),
                        "/runs/" + record.runId()));
        return Stream.concat(now, record.history().stream().map(this::event)).toList();
    }

    private Event event(DocumentView entry) {
        String action = entry.action().charAt(0) + entry.action().substring(1).toLowerCase(Locale.ROOT);
        String fields = entry.changed().isEmpty() ? "" : ": " + String.join(", ", entry.changed());
        String editor = entry.editedBy() == null ? "" : ", edited by " + entry.editedBy();
        return new Event(
                frames.when(entry.at()),
                action + fields + editor,
                "Run " + entry.runId(),
                Address.of("/runs/" + entry.runId()).toString());
    }
}
