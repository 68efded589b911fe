package dev.syncline.supplier.polling;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.DocumentValues;
import dev.syncline.document.OrderNumbers;
import dev.syncline.page.InvalidSource;
import dev.syncline.page.Page;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.Window;
import dev.syncline.route.Catalog;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import dev.syncline.supplier.acknowledgement.Acknowledgements;
import dev.syncline.supplier.inbox.Inbox;
import dev.syncline.supplier.inbox.ReceivedDocument;
import dev.syncline.supplier.inbox.SupplierOrderTable;
import dev.syncline.supplier.inbox.UnreadDocumentRetry;
import dev.syncline.supplier.polling.SupplierRead.Call;
import dev.syncline.supplier.polling.SupplierRead.Phase;
import dev.syncline.supplier.polling.SupplierRead.Position;
import dev.syncline.system.http.HttpCall;
import dev.syncline.system.outage.SystemCaller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/**
 * Reads the pages of a supplier, by the parameters of the template {@code supplier-read}. A run over a range receives
 * the documents that are new, and then reads the orders that changed, so that an order is delivered once, however many
 * documents are about it.
 */
@ApplicationScoped
@Named("supplierReader")
@RegisterForReflection
public class SupplierReader {
    private static final int MOST_DOCUMENTS = 1_000;

    private final Catalog catalog;
    private final Suppliers suppliers;
    private final SupplierCalls calls;
    private final SupplierOrderTable orders;
    private final Inbox inbox;
    private final UnreadDocumentRetry rereading;
    private final SupplierPages pages;
    private final Acknowledgements acknowledgements;
    private final HttpCall http;
    private final WholeAnswers answers;
    private final Clock clock;

    SupplierReader(
            Catalog catalog,
            Suppliers suppliers,
            SupplierCalls calls,
            SupplierOrderTable orders,
            Inbox inbox,
            UnreadDocumentRetry rereading,
            SupplierPages pages,
            Acknowledgements acknowledgements,
            HttpCall http,
            WholeAnswers answers,
            Clock clock) {
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.calls = calls;
        this.orders = orders;
        this.inbox = inbox;
        this.rereading = rereading;
        this.pages = pages;
        this.acknowledgements = acknowledgements;
        this.http = http;
        this.answers = answers;
        this.clock = clock;
    }

    /** Determines the calls for the page. */
    public void begin(Exchange exchange) throws Exception {
        ReadRequest request = exchange.getMessage().getBody(ReadRequest.class);
        Supplier supplier =
                suppliers.find(request.system(catalog.get(request.route()))).orElseThrow();
        SupplierRead read = request.keys() != null ? named(request, supplier) : ranged(request, supplier);
        SystemCaller.set(exchange, read);
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
                read.calls.add(new Call(calls.poll(supplier, polled(request, supplier), cursor), false));
            }
            case WANTED -> {
                read.keys = request.dryRun()
                        ? List.of()
                        : orders.wanted(supplier, position.place(), SupplierPages.MOST_WANTED);
                askFor(read, read.keys);
            }
            case ORDERS -> {
                // All orders are in the hub.
            }
            case ACKNOWLEDGEMENTS -> acknowledgements.take(read.acknowledgements(), position.place());
        }
        return read;
    }

    /**
     * Returns the window of a poll: changes since the last one, by the supplier's own time; a range of time as it is.
     */
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
            String path = key.startsWith(OrderNumbers.DOCUMENT) ? null : calls.order(read.supplier, key);
            if (path != null) {
                read.calls.add(new Call(path, true));
                read.askedFor.add(key);
            }
        }
    }

    /** Returns whether there is a call to make. */
    public boolean hasNextCall(@ExchangeProperty(SystemCaller.PROPERTY) SupplierRead read) {
        return !read.calls.isEmpty();
    }

    public void request(@ExchangeProperty(SystemCaller.PROPERTY) SupplierRead read, Exchange exchange) {
        http.prepare(
                exchange,
                read.supplier.system(),
                read.request.part(),
                "GET",
                read.calls.peek().path());
        exchange.getMessage().setHeader("Accept", "*/*");
        exchange.getMessage().setBody(null);
    }

    /** Takes the answer of a call, which holds documents. */
    public void answer(
            @ExchangeProperty(SystemCaller.PROPERTY) SupplierRead read,
            @Header(Exchange.HTTP_RESPONSE_CODE) int status,
            @Header("Link") String link,
            @Header("Date") String date,
            Exchange exchange)
            throws Exception {
        Call call = read.calls.remove();
        if (status >= 300 && status != 404) {
            String said = exchange.getMessage().getBody(String.class);
            throw new InvalidSource(
                    SupplierCalls.refusal(read.supplier, call, status, said) + ". Correct its system file");
        }
        if (status == 404 && !call.isOfOrder()) {
            throw new InvalidSource("Supplier " + read.supplier.system() + " has nothing at " + call.path()
                    + " (404). Correct call in its system file, or its address");
        }
        try (WholeAnswers.Held held = answers.read(
                read.supplier,
                call.path(),
                status == 404 ? null : exchange.getMessage().getBody(InputStream.class))) {
            take(read, call, held.bytes(), link, date);
        }
    }

    private void take(SupplierRead read, Call call, byte[] body, String link, String date) throws Exception {
        var found = calls.documents(read.supplier, body, link);
        read.next = found.next();
        read.behind = SupplierCalls.behind(date, clock.instant());
        // An answer that is a document names the next page itself: it is read even if it is known.
        List<byte[]> unknown = inbox.unknown(read.supplier, found.documents());
        List<byte[]> unread = read.supplier.givesLists() ? unknown : found.documents();
        for (int from = 0; from < unread.size(); from += MOST_DOCUMENTS) {
            receive(read, unread.subList(from, Math.min(from + MOST_DOCUMENTS, unread.size())), !unknown.isEmpty());
        }
        if (read.next != null && read.position != null && read.next.equals(read.position.place())) {
            throw new InvalidSource("Supplier " + read.supplier.system() + " names the page after " + call.path()
                    + " as that page itself, so there is no end to it. Tell the supplier");
        }
    }

    /** Receives documents in transactions of limited size: a supplier may give more than it is asked for. */
    private void receive(SupplierRead read, List<byte[]> contents, boolean isNew) throws Exception {
        List<ReceivedDocument> documents = new ArrayList<>(contents.size());
        for (byte[] content : contents) {
            ReceivedDocument document =
                    ReceivedDocument.read(suppliers.readerOf(read.supplier), content, DocumentLimits.DEFAULT);
            documents.add(document);
            // It may have come broken over the line, so it is asked for once more. Where it would have named the next
            // page, there is no going on behind it at all.
            read.isDoubtful |= !read.supplier.givesLists()
                    && !document.isWhole()
                    && (isNew || suppliers.readerOf(read.supplier).namesNextPage());
            if (document.reading() != null && document.reading().next() != null) {
                read.next = DocumentValues.text(document.reading().next());
            }
        }
        read.seen.putAll(inbox.receive(read.supplier, documents, !read.request.dryRun()));
    }

    public Page page(@ExchangeProperty(SystemCaller.PROPERTY) SupplierRead read) throws Exception {
        return pages.of(read);
    }
}
