package dev.syncline.sandbox.document;

import static dev.syncline.sandbox.document.Document.plain;

import dev.syncline.sandbox.document.Document.Change;
import dev.syncline.sandbox.document.Document.Kind;
import dev.syncline.sandbox.document.Document.Part;
import dev.syncline.sandbox.document.EdifactSegments.Composite;
import dev.syncline.sandbox.document.OrderLine.Quantities;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes EDIFACT D.96A: ORDRSP and DESADV as EANCOM uses them, several messages in one interchange, in ISO 8859-1
 * (UNOC).
 */
public final class EdifactWriter implements DocumentWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HHmm").withZone(ZoneOffset.UTC);

    private final Party seller;
    private final Party buyer;

    public EdifactWriter(Party seller, Party buyer) {
        this.seller = seller;
        this.buyer = buyer;
    }

    @Override
    public Charset charset() {
        return StandardCharsets.ISO_8859_1;
    }

    @Override
    public String contentType() {
        return "application/edifact";
    }

    @Override
    public String write(List<Document> documents, long control) {
        Instant at = documents.get(documents.size() - 1).at();
        EdifactSegments out = new EdifactSegments();
        out.add(
                "UNB",
                of("UNOC", 3),
                of(seller.id(), 14),
                of(buyer.id(), 14),
                of(DAY.format(at), MINUTE.format(at)),
                control);
        int messages = 0;
        for (Document document : documents) {
            int first = out.count();
            messages++;
            boolean isDespatch = document.kind() == Kind.SHIPMENT;
            out.add("UNH", messages, of(isDespatch ? "DESADV" : "ORDRSP", "D", "96A", "UN", "EAN005"));
            if (isDespatch) {
                despatch(out, document);
            } else {
                response(out, document);
            }
            out.add("UNT", out.count() - first + 1, messages);
        }
        out.add("UNZ", messages, control);
        return out.text();
    }

    private void response(EdifactSegments out, Document document) {
        Order order = document.order();
        if (document.kind() == Kind.RECEIPT) {
            out.add("BGM", 231, document.number(), 9, "AB");
        } else {
            out.add("BGM", 231, document.number(), function(document));
        }
        out.add("DTM", of(137, MOMENT.format(document.at()), 204));
        delivery(out, document.expectedOn());
        references(out, order);
        parties(out);
        out.add("CUX", of(2, order.currency(), 9));
        for (Part part : document.parts()) {
            line(out, document, part);
        }
        out.add("UNS", "S");
        out.add("CNT", of(2, document.parts().size()));
    }

    /** Returns the code of list 1225. */
    private static int function(Document document) {
        if (document.kind() == Kind.CANCELLATION) {
            return 1;
        }
        return document.whole() ? 29 : 4;
    }

    private static void line(EdifactSegments out, Document document, Part part) {
        OrderLine line = document.line(part);
        Quantities quantities = line.quantities();
        String action = document.kind() == Kind.RECEIPT ? "" : String.valueOf(action(line, part.change()));
        String gtin = line.item().gtin();
        out.add("LIN", line.line(), action, gtin == null ? "" : of(gtin, "EN"));
        items(out, line);
        // A line that is accepted as ordered needs no quantity.
        if (!document.whole()) {
            quantity(out, 21, plain(quantities.ordered()), line);
            if (document.kind() != Kind.RECEIPT) {
                quantity(out, 113, plain(quantities.confirmed()), line);
            }
            if (quantities.backOrdered().signum() > 0) {
                quantity(out, 83, plain(quantities.backOrdered()), line);
            }
        }
        if (document.kind() != Kind.RECEIPT && !line.isOff()) {
            delivery(out, line.expectedOn());
        }
        out.add("PRI", of("AAA", plain(line.unitCost()), "", "", 1, line.item().unit()));
    }

    /** Returns the code of list 1229. */
    private static int action(OrderLine line, Change change) {
        if (line.isOff()) {
            return change == Change.REMOVED ? 2 : 7;
        }
        if (change == Change.ADDED) {
            return 1;
        }
        boolean asOrdered =
                line.quantities().confirmed().compareTo(line.quantities().ordered()) == 0;
        return asOrdered && !line.changed() ? 5 : 3;
    }

    private void despatch(EdifactSegments out, Document document) {
        Order order = document.order();
        out.add("BGM", 351, document.number(), 9);
        out.add("DTM", of(137, MOMENT.format(document.at()), 204));
        out.add("DTM", of(11, MOMENT.format(document.at()), 204));
        references(out, order);
        document.tracking().forEach(number -> out.add("RFF", of("CN", number)));
        parties(out);
        out.add("CPS", 1);
        out.add("PAC", 1, "", "CT");
        for (Part part : document.parts()) {
            OrderLine line = document.line(part);
            String gtin = line.item().gtin();
            out.add("LIN", "%06d".formatted(line.line()), "", gtin == null ? "" : of(gtin, "EN"));
            items(out, line);
            quantity(out, 12, plain(part.quantity()), line);
            if (line.quantities().backOrdered().signum() > 0) {
                quantity(out, 83, plain(line.quantities().backOrdered()), line);
            }
            if (order.number() != null) {
                out.add("RFF", of("ON", order.number(), line.line()));
            }
        }
    }

    private static void references(EdifactSegments out, Order order) {
        if (order.number() != null) {
            out.add("RFF", of("ON", order.number()));
        }
        out.add("RFF", of("VN", order.supplierNumber()));
    }

    private void parties(EdifactSegments out) {
        out.add("NAD", "SU", of(seller.id(), "", 9), "", seller.name());
        out.add("NAD", "BY", of(buyer.id(), "", 9), "", buyer.name());
    }

    private static void items(EdifactSegments out, OrderLine line) {
        OrderLine.Item item = line.item();
        if (item.supplierNumber() != null) {
            out.add("PIA", 1, of(item.supplierNumber(), "SA"));
        }
        if (item.number() != null) {
            out.add("PIA", 1, of(item.number(), "IN"));
        }
        String text = item.description();
        out.add(
                "IMD",
                "F",
                "",
                text.length() <= 35
                        ? of("", "", "", text)
                        : of("", "", "", text.substring(0, 35), text.substring(35, Math.min(70, text.length()))));
    }

    private static void quantity(EdifactSegments out, int qualifier, String quantity, OrderLine line) {
        out.add("QTY", of(qualifier, quantity, line.item().unit()));
    }

    private static void delivery(EdifactSegments out, LocalDate date) {
        if (date != null) {
            out.add("DTM", of(67, DATE.format(date), 102));
        }
    }

    private static Composite of(Object... components) {
        return new Composite(components);
    }
}
