package dev.syncline.document.edi;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.OrderNumbers;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.ParsedDocument.Acknowledgement;
import dev.syncline.document.ParsedDocument.Fault;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.edi.EdiDialect.Opening;
import dev.syncline.document.edi.EdiDialect.Outcome;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Reads a document: its interchanges one after the other, each message on its own. */
public final class EdiDocument {
    private final EdiDialect dialect;
    private final StaediSegments staedi;
    private final DocumentLimits limits;

    private final EdiWarnings warnings = new EdiWarnings();
    private final List<SupplierOrder> orders = new ArrayList<>();
    private final Map<SupplierOrder, List<String>> ofOrders = new IdentityHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Fault> otherFaults = new ArrayList<>();
    private final Set<String> types = new LinkedHashSet<>();
    private final Set<String> otherTypes = new LinkedHashSet<>();
    private final ByteArrayOutputStream acknowledgements = new ByteArrayOutputStream();
    private String contentType;
    private boolean anyRead;

    private EdiDocument(EdiDialect dialect, DocumentLimits limits) {
        this.dialect = dialect;
        this.staedi = new StaediSegments(dialect);
        this.limits = limits;
    }

    /**
     * Reads a document.
     *
     * @throws UnreadableDocument if no message in it can be read; with the refusal in kind
     */
    public static ParsedDocument read(EdiDialect dialect, byte[] document, DocumentLimits limits)
            throws UnreadableDocument {
        try {
            return new EdiDocument(dialect, limits).read(document);
        } catch (RuntimeException e) {
            throw new UnreadableDocument(null, "It cannot be read as " + dialect.name() + ": " + e);
        }
    }

    private ParsedDocument read(byte[] document) throws UnreadableDocument {
        String text = EdiText.unwrapped(EdiText.of(document, limits));
        int from = 0;
        do {
            from = interchange(text, from);
        } while (from >= 0);
        Acknowledgement acknowledgement =
                contentType == null ? null : new Acknowledgement(contentType, acknowledgements.toByteArray());
        if (!anyRead) {
            throw nothing(acknowledgement);
        }
        otherTypes.forEach(type -> warnings.add(dialect.whyNot(type) + " It was not read"));
        return new ParsedDocument(
                id(),
                dialect.name() + " " + String.join(", ", types),
                orders,
                faults,
                warnings.list(),
                acknowledgement,
                null,
                ofOrders);
    }

    private UnreadableDocument nothing(Acknowledgement acknowledgement) {
        if (!faults.isEmpty()) {
            String more = faults.size() > 1 ? " (and " + (faults.size() - 1) + " more faults)" : "";
            return new UnreadableDocument(faults.get(0).place(), faults.get(0).problem() + more, acknowledgement, id());
        }
        if (otherTypes.isEmpty()) {
            return new UnreadableDocument(null, "There is no " + dialect.tags().message() + " in it", acknowledgement);
        }
        String reasons =
                String.join(" ", otherTypes.stream().map(dialect::whyNot).toList());
        return otherFaults.isEmpty()
                ? new UnreadableDocument(null, reasons, acknowledgement, id())
                : new UnreadableDocument(
                        otherFaults.get(0).place(),
                        reasons + " " + otherFaults.get(0).problem(),
                        acknowledgement,
                        id());
    }

    private String id() {
        return String.join(" ", ids);
    }

    /**
     * Reads an interchange.
     *
     * @return where the next one begins; negative if it is the last
     */
    private int interchange(String text, int from) throws UnreadableDocument {
        Opening opening;
        Interchange interchange;
        Segmenter segmenter;
        try {
            opening = dialect.open(text, from, limits, warnings);
        } catch (UnreadableDocument e) {
            return later(from, e);
        }
        segmenter = new Segmenter(text, opening.next(), 1, opening.delimiters(), dialect.tag(), limits);
        try {
            interchange =
                    new Envelope(segmenter, opening.delimiters(), dialect.tags(), warnings).read(opening.header());
        } catch (UnreadableDocument e) {
            return later(from, new UnreadableDocument(e.place(), problem(e), dialect.refuse(opening)));
        }
        ids.add(dialect.id(interchange));
        messages(interchange);
        return next(text, segmenter.at());
    }

    /**
     * Handles an interchange that cannot be read: the first one makes the document unreadable, a later one is a fault.
     */
    private int later(int from, UnreadableDocument e) throws UnreadableDocument {
        if (from == 0) {
            throw e;
        }
        faults.add(new Fault(e.place(), "A later interchange cannot be read. " + problem(e)));
        acknowledge(e.acknowledgement());
        return -1;
    }

    private static String problem(UnreadableDocument e) {
        String at = " (at " + e.place() + ")";
        return e.getMessage().endsWith(at)
                ? e.getMessage().substring(0, e.getMessage().length() - at.length())
                : e.getMessage();
    }

    private int next(String text, int end) {
        int next = EdiText.skipBlanks(text, end);
        if (next == text.length()) {
            return -1;
        }
        if (text.startsWith(dialect.tags().interchangeStart(), next) || text.startsWith("UNA", next)) {
            return next;
        }
        warnings.add("Behind " + dialect.tags().interchangeEnd() + " there are " + (text.length() - next)
                + " more characters, which were not read: \"" + RawSegment.shown(text.substring(next), 20) + "\"");
        return -1;
    }

    private void messages(Interchange interchange) {
        List<Outcome> outcomes = new ArrayList<>();
        for (EdiMessage message : interchange.messages()) {
            outcomes.add(message(interchange, message));
        }
        acknowledge(dialect.acknowledge(interchange, outcomes));
    }

    private Outcome message(Interchange interchange, EdiMessage message) {
        String type = dialect.type(interchange, message);
        boolean reads = dialect.reads(type);
        if (message.broken() != null && (reads || message.header().isEmpty())) {
            faults.add(fault(interchange, message, message.broken()));
            return new Outcome(message, true, message.broken());
        }
        if (!reads) {
            otherTypes.add(RawSegment.shown(type, 12));
            if (message.broken() != null) {
                otherFaults.add(fault(interchange, message, message.broken()));
            }
            return new Outcome(message, false, null);
        }
        EdiWarnings own = new EdiWarnings();
        try {
            MessageReader reader = dialect.reader(interchange, message, own);
            staedi.read(interchange, message, reader, own);
            List<SupplierOrder> told = reader.orders();
            orders.addAll(told);
            List<String> warned = own.list();
            if (!warned.isEmpty()) {
                told.forEach(order -> ofOrders.put(order, warned));
            }
            types.add((type + " " + dialect.version(interchange, message)).strip());
            anyRead = true;
            return new Outcome(message, true, null);
        } catch (UnreadableMessage e) {
            faults.add(fault(interchange, message, e));
            return new Outcome(message, true, e);
        } finally {
            own.list().forEach(warnings::add);
        }
    }

    private Fault fault(Interchange interchange, EdiMessage message, UnreadableMessage broken) {
        StringJoiner place = new StringJoiner(", ");
        if (!message.header().isEmpty()) {
            place.add(dialect.tags().message() + " " + RawSegment.shown(dialect.type(interchange, message), 12) + " "
                    + RawSegment.shown(message.header(dialect.tags().messageReference()), 20));
        }
        if (broken.place() != null) {
            place.add(broken.place());
        }
        String type = message.header().isEmpty() ? "" : dialect.type(interchange, message);
        Set<String> named = new LinkedHashSet<>();
        for (RawSegment segment : message.segments()) {
            OrderNumbers.add(
                    named,
                    dialect.order(type, interchange.delimiters().elements(segment.text()), interchange.delimiters()));
        }
        return new Fault(place.toString(), broken.getMessage(), type.isEmpty() ? null : type, named);
    }

    private void acknowledge(Acknowledgement acknowledgement) {
        if (acknowledgement != null) {
            contentType = acknowledgement.contentType();
            acknowledgements.writeBytes(acknowledgement.content());
        }
    }
}
