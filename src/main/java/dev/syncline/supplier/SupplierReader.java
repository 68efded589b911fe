package dev.syncline.supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.page.InvalidSource;
import dev.syncline.page.Page;
import dev.syncline.page.Page.Unit;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.Row;
import dev.syncline.page.Window;
import dev.syncline.route.Catalog;
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
import org.jboss.logging.Logger;

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
    private static final Logger LOG = Logger.getLogger(SupplierReader.class);

    private final Catalog catalog;
    private final Suppliers suppliers;
    private final SupplierCalls calls;
    private final SupplierOrders orders;
    private final Inbox inbox;
    private final Rereading rereading;
    private final HttpCall http;
    private final Clock clock;
    private final ObjectMapper json;

    SupplierReader(
            Catalog catalog,
            Suppliers suppliers,
            SupplierCalls calls,
            SupplierOrders orders,
            Inbox inbox,
            Rereading rereading,
            HttpCall http,
            Clock clock,
            ObjectMapper json) {
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.calls = calls;
        this.orders = orders;
        this.inbox = inbox;
        this.rereading = rereading;
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
        SupplierRead read = new SupplierRead(request, supplier, null, clock.instant());
        read.keys = request.keys();
        if (request.anew()) {
            read.seen.putAll(rereading.of(supplier, read.keys, !request.dryRun()));
            askFor(read, request.keys());
        }
        return read;
    }

    private SupplierRead ranged(ReadRequest request, Supplier supplier) throws Exception {
        Position position = request.cursor() == null
                ? new Position(Phase.POLL, clock.instant(), null, "")
                : Position.of(request.cursor());
        SupplierRead read = new SupplierRead(request, supplier, position, clock.instant());
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
            @Header("Date") String date,
            Exchange exchange)
            throws Exception {
        Call call = read.calls.remove();
        if (status >= 300 && status != 404) {
            refused(read, call, status, exchange.getMessage().getBody(String.class));
            return;
        }
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
        read.behind = SupplierCalls.behind(date, clock.instant());
        // Where the answer is a document, it is the document that names the next page: it is read though it is known.
        List<byte[]> unknown = inbox.unknown(read.supplier, found.documents());
        List<byte[]> unread = read.supplier.givesLists() ? unknown : found.documents();
        for (int from = 0; from < unread.size(); from += MOST_DOCUMENTS) {
            receive(read, unread.subList(from, Math.min(from + MOST_DOCUMENTS, unread.size())), !unknown.isEmpty());
        }
        if (read.next != null && read.position != null && read.next.equals(read.position.place())) {
            throw new InvalidSource("Supplier " + read.supplier.system() + " names the page after " + call.path()
                    + " as that page itself, so there is no end to it. Tell the supplier");
        }
        if (read.calls.isEmpty() && !read.request.dryRun()) {
            acknowledge(read);
        }
    }

    /** One transaction for not too many of them: a supplier may give more than it is asked for. */
    private void receive(SupplierRead read, List<byte[]> contents, boolean isNew) throws Exception {
        List<Document> documents = new ArrayList<>(contents.size());
        for (byte[] content : contents) {
            Document document = Document.read(suppliers.readerOf(read.supplier), content, Limits.DEFAULT);
            documents.add(document);
            // It may have come broken over the line, so it is asked for once more. Where it would have named the next
            // page, there is no going on behind it at all.
            read.isDoubtful |= !read.supplier.givesLists()
                    && !document.isWhole()
                    && (isNew || suppliers.readerOf(read.supplier).namesNextPage());
            if (document.reading() != null && document.reading().next() != null) {
                read.next = Values.text(document.reading().next());
            }
        }
        read.seen.putAll(inbox.receive(read.supplier, documents, !read.request.dryRun()));
    }

    /** An acknowledgement that the supplier does not want is not sent for ever: its orders go on their way without. */
    private void refused(SupplierRead read, Call call, int status, String said) throws Exception {
        String what = SupplierCalls.refusal(read.supplier, call, status, said);
        if (call.answers() == null) {
            throw new InvalidSource(what + ". Correct its system file");
        }
        LOG.warn(what + ". It is not sent again");
        orders.answered(call.answers());
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
            orders.asked(read.supplier, read.keys, read.asked);
        }
        return page(found.values().stream().toList(), null, null);
    }

    private Page rangedPage(SupplierRead read) throws Exception {
        Position position = read.position;
        Instant began = position.began();
        Window window = read.request.window();
        Instant sourceNow = read.request.cursor() == null ? began : null;
        return switch (position.phase()) {
            case POLL -> {
                Position polled = read.polled();
                boolean isOver = read.next == null;
                if (isOver && polled.until() != null && window.withUnknown() && !read.request.dryRun()) {
                    orders.polled(read.supplier, polled.until());
                }
                Position next = isOver ? polled.at(Phase.WANTED, "") : polled.at(Phase.POLL, read.next);
                List<SupplierRow> rows = read.request.dryRun() ? List.copyOf(read.seen.values()) : List.of();
                yield page(rows, next, sourceNow);
            }
            case WANTED -> {
                if (!read.keys.isEmpty()) {
                    orders.touch(read.supplier, read.keys, clock.instant());
                    orders.asked(read.supplier, read.keys, read.asked);
                }
                yield page(
                        List.of(),
                        read.keys.size() < MOST_WANTED
                                ? position.at(Phase.ORDERS, "")
                                : position.at(Phase.WANTED, read.keys.get(read.keys.size() - 1)),
                        null);
            }
            case ORDERS -> {
                String[] after = position.place().split("\\|", 2);
                boolean isFirst = position.place().isEmpty();
                List<SupplierRow> rows = orders.page(
                        read.supplier,
                        window,
                        began,
                        isFirst ? null : Instant.parse(after[0]),
                        isFirst ? "" : after[1],
                        read.request.limit());
                SupplierRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
                yield page(
                        rows,
                        rows.size() < read.request.limit()
                                ? null
                                : position.at(Phase.ORDERS, last.changedAt() + "|" + last.key()),
                        null);
            }
        };
    }

    private Page page(List<SupplierRow> rows, Position next, Instant sourceNow) throws JsonProcessingException {
        List<Row> made = new ArrayList<>(rows.size());
        for (SupplierRow row : rows) {
            made.add(row.row(json));
        }
        return new Page(made, next == null ? null : next.toString(), null, sourceNow, Set.of(), Unit.TIME);
    }
}
