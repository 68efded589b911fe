package dev.syncline.supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.page.InvalidSource;
import dev.syncline.page.Mark;
import dev.syncline.page.Micros;
import dev.syncline.page.Page;
import dev.syncline.page.Page.Unit;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.Row;
import dev.syncline.page.Window;
import dev.syncline.route.Catalog;
import dev.syncline.supplier.SupplierOrders.Kept;
import dev.syncline.supplier.SupplierRead.Call;
import dev.syncline.supplier.SupplierRead.Phase;
import dev.syncline.supplier.SupplierRead.Position;
import dev.syncline.system.HttpCall;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/**
 * Reads the pages of a supplier, in the words that the parameters of the template {@code supplier-read} name. A run over a
 * range asks for the documents that are new and takes them in, and then gives the orders that changed by them, so that an
 * order goes on its way once, however many documents spoke of it.
 */
@ApplicationScoped
@Named("supplierReader")
@RegisterForReflection
public class SupplierReader {
    private static final int MOST_DOCUMENTS = 1_000;
    private static final int MOST_ANSWERS = 100;
    private static final int MOST_WANTED = 50;
    private static final String READ = "supplierRead";
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private final Catalog catalog;
    private final Suppliers suppliers;
    private final SupplierCalls calls;
    private final SupplierOrders orders;
    private final Inbox inbox;
    private final HttpCall http;
    private final Clock clock;
    private final ObjectMapper json;

    SupplierReader(
            Catalog catalog,
            Suppliers suppliers,
            SupplierCalls calls,
            SupplierOrders orders,
            Inbox inbox,
            HttpCall http,
            Clock clock,
            ObjectMapper json) {
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.calls = calls;
        this.orders = orders;
        this.inbox = inbox;
        this.http = http;
        this.clock = clock;
        this.json = json.copy().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** Works out what is to be asked for the page. */
    public void begin(Exchange exchange) throws Exception {
        ReadRequest request = exchange.getMessage().getBody(ReadRequest.class);
        Supplier supplier =
                suppliers.find(request.system(catalog.get(request.route()))).orElseThrow();
        SupplierRead read = request.keys() != null ? named(request, supplier) : ranged(request, supplier);
        exchange.setProperty(READ, read);
    }

    private SupplierRead named(ReadRequest request, Supplier supplier) throws Exception {
        SupplierRead read = new SupplierRead(request, supplier, null);
        read.keys = request.keys();
        if (request.anew()) {
            again(read);
            askFor(read, request.keys());
        }
        return read;
    }

    private SupplierRead ranged(ReadRequest request, Supplier supplier) throws Exception {
        Position position = request.cursor() == null
                ? new Position(Phase.POLL, clock.instant(), "")
                : Position.of(request.cursor());
        SupplierRead read = new SupplierRead(request, supplier, position);
        switch (position.phase()) {
            case POLL -> {
                String cursor = position.place().isEmpty() ? null : position.place();
                read.calls.add(Call.poll(calls.poll(supplier, polled(request, supplier), cursor)));
            }
            case WANTED -> {
                read.keys = request.dryRun() ? List.of() : orders.wanted(supplier, position.place(), MOST_WANTED);
                askFor(read, read.keys);
            }
            case ORDERS -> {
                // All is here already.
            }
        }
        return read;
    }

    /** What a poll asks for: changes since the last one, by the supplier's own time; a range of time as it is. */
    private Window polled(ReadRequest request, Supplier supplier) throws Exception {
        Window window = request.window();
        if (!window.withUnknown() || window.equals(Window.ALL)) {
            return window;
        }
        Instant until = orders.polledUntil(supplier);
        long overlap = catalog.get(request.route()).overlapMicros();
        return until == null ? Window.ALL : new Window(until.minusNanos(overlap * 1_000), null, null, true);
    }

    private void askFor(SupplierRead read, List<String> keys) {
        for (String key : keys) {
            String path = key.startsWith(Keyed.DOCUMENT) ? null : calls.order(read.supplier, key);
            if (path != null) {
                read.calls.add(Call.order(path));
            }
        }
    }

    /** Documents that could not be read may be read by now: the program may be a newer one. */
    private void again(SupplierRead read) throws Exception {
        List<String> named =
                read.keys.stream().filter(key -> key.startsWith(Keyed.DOCUMENT)).toList();
        Map<Long, Document> documents = new LinkedHashMap<>();
        for (Kept kept : orders.faults(read.supplier, named).values()) {
            documents.put(kept.id(), Document.read(suppliers.readerOf(read.supplier), kept.content(), Limits.DEFAULT));
        }
        if (!documents.isEmpty()) {
            read.seen.putAll(inbox.again(read.supplier, documents, !read.request.dryRun()));
        }
    }

    /** Whether there is a call to make. */
    public boolean calls(@ExchangeProperty(READ) SupplierRead read) {
        return !read.calls.isEmpty();
    }

    public void request(@ExchangeProperty(READ) SupplierRead read, Exchange exchange) {
        Call call = read.calls.peek();
        http.prepare(
                exchange,
                read.supplier.system(),
                read.request.runId(),
                call.body() == null ? "GET" : "POST",
                call.path());
        exchange.getMessage().setHeader("Accept", "*/*");
        if (call.contentType() != null) {
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, call.contentType());
        }
        exchange.getMessage().setBody(call.body());
    }

    /** Takes the answer of a call: documents, mostly. */
    public void answer(
            @ExchangeProperty(READ) SupplierRead read,
            @Header(Exchange.HTTP_RESPONSE_CODE) int status,
            @Header("Link") String link,
            Exchange exchange)
            throws Exception {
        Call call = read.calls.remove();
        if (status == 404 && !call.isOfOrder()) {
            throw new InvalidSource("Supplier " + read.supplier.system() + " has nothing at " + call.path()
                    + " (404). Correct call, or acknowledgements, in its system file, or its address");
        }
        if (call.answers() != null) {
            orders.answered(call.answers());
            return;
        }
        byte[] body = status == 404 ? null : exchange.getMessage().getBody(byte[].class);
        var found = calls.documents(read.supplier, body, link);
        read.next = found.next();
        // Where the answer is a document, it is the document that names the next page: it is read though it is known.
        List<byte[]> unread =
                read.supplier.givesLists() ? inbox.unknown(read.supplier, found.documents()) : found.documents();
        for (int from = 0; from < unread.size(); from += MOST_DOCUMENTS) {
            receive(read, unread.subList(from, Math.min(from + MOST_DOCUMENTS, unread.size())));
        }
        if (read.next != null && read.position != null && read.next.equals(read.position.place())) {
            throw new InvalidSource("Supplier " + read.supplier.system() + " answers that the next page is this one, '"
                    + Values.shown(read.next) + "'. Look at cursor and next in its system file, or ask the supplier");
        }
        if (read.calls.isEmpty() && !read.request.dryRun()) {
            acknowledge(read);
        }
    }

    /** One transaction for not too many of them: a supplier may give more than it is asked for. */
    private void receive(SupplierRead read, List<byte[]> contents) throws Exception {
        List<Document> documents = new ArrayList<>(contents.size());
        for (byte[] content : contents) {
            Document document = Document.read(suppliers.readerOf(read.supplier), content, Limits.DEFAULT);
            documents.add(document);
            if (document.reading() != null && document.reading().next() != null) {
                read.next = document.reading().next();
            }
        }
        read.seen.putAll(inbox.receive(read.supplier, documents, !read.request.dryRun()));
    }

    private void acknowledge(SupplierRead read) throws Exception {
        if (!read.supplier.acknowledgements().isEmpty()) {
            for (var answer : orders.unanswered(read.supplier, MOST_ANSWERS)) {
                read.calls.add(Call.answer(read.supplier.acknowledgements(), answer));
            }
        }
    }

    public Page page(@ExchangeProperty(READ) SupplierRead read) throws Exception {
        return read.position == null ? namedPage(read) : rangedPage(read);
    }

    private Page namedPage(SupplierRead read) throws Exception {
        Map<String, SupplierRow> found = new LinkedHashMap<>();
        orders.named(read.supplier, read.keys).forEach(row -> found.put(row.key(), row));
        if (read.request.dryRun()) {
            found.putAll(read.seen);
            found.keySet().retainAll(read.keys);
        } else if (read.request.anew()) {
            orders.asked(read.supplier, read.keys);
        }
        return page(found.values().stream().toList(), null, null);
    }

    private Page rangedPage(SupplierRead read) throws Exception {
        Position position = read.position;
        Instant began = position.began();
        Instant sourceNow = read.request.cursor() == null ? began : null;
        return switch (position.phase()) {
            case POLL -> {
                if (read.next == null && read.request.window().withUnknown() && !read.request.dryRun()) {
                    orders.polled(read.supplier, began);
                }
                Position next = read.next != null
                        ? new Position(Phase.POLL, began, read.next)
                        : new Position(Phase.WANTED, began, "");
                List<SupplierRow> rows = read.request.dryRun() ? List.copyOf(read.seen.values()) : List.of();
                yield page(rows, next, sourceNow);
            }
            case WANTED -> {
                if (!read.keys.isEmpty()) {
                    orders.touch(read.supplier, read.keys, clock.instant());
                    orders.asked(read.supplier, read.keys);
                }
                yield page(
                        List.of(),
                        read.keys.size() < MOST_WANTED
                                ? new Position(Phase.ORDERS, began, "")
                                : new Position(Phase.WANTED, began, read.keys.get(read.keys.size() - 1)),
                        null);
            }
            case ORDERS -> {
                String[] after = position.place().split("\\|", 2);
                boolean isFirst = position.place().isEmpty();
                List<SupplierRow> rows = orders.page(
                        read.supplier,
                        read.request.window(),
                        began,
                        isFirst ? null : Instant.parse(after[0]),
                        isFirst ? "" : after[1],
                        read.request.limit());
                SupplierRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
                yield page(
                        rows,
                        rows.size() < read.request.limit()
                                ? null
                                : new Position(Phase.ORDERS, began, last.changedAt() + "|" + last.key()),
                        null);
            }
        };
    }

    private Page page(List<SupplierRow> rows, Position next, Instant sourceNow) throws JsonProcessingException {
        List<Row> made = new ArrayList<>(rows.size());
        for (SupplierRow row : rows) {
            made.add(row(row));
        }
        return new Page(made, next == null ? null : next.toString(), null, sourceNow, Set.of(), Unit.TIME);
    }

    private Row row(SupplierRow row) throws JsonProcessingException {
        long changedAt = Micros.of(row.changedAt());
        if (row.state() != null) {
            return new Row(row.key(), changedAt, json.readValue(row.state(), FIELDS), false);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("document", row.content());
        // A document that can be read by now needs nobody any more.
        Mark mark = row.fault() == null ? null : Mark.refused(row.fault());
        return new Row(row.key(), changedAt, fields, row.fault() == null, mark, null);
    }
}
