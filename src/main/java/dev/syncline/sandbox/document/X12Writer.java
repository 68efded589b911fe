package dev.syncline.sandbox.document;

import static dev.syncline.sandbox.document.Document.plain;

import dev.syncline.sandbox.document.Document.Change;
import dev.syncline.sandbox.document.Document.Kind;
import dev.syncline.sandbox.document.Document.Part;
import dev.syncline.sandbox.document.OrderLine.Quantities;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes X12 004010: 855, 856 and 865 in one interchange, with a functional group for each run of one kind. */
public final class X12Writer implements DocumentWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY_LONG = DATE.withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HHmm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HHmmss").withZone(ZoneOffset.UTC);

    private final Party seller;
    private final Party buyer;

    public X12Writer(Party seller, Party buyer) {
        this.seller = seller;
        this.buyer = buyer;
    }

    @Override
    public Charset charset() {
        return StandardCharsets.US_ASCII;
    }

    @Override
    public String contentType() {
        return "application/edi-x12";
    }

    @Override
    public String write(List<Document> documents, long control) {
        Instant at = documents.get(documents.size() - 1).at();
        String number = "%09d".formatted(control % 1_000_000_000);
        X12Segments out = new X12Segments();
        out.add(
                "ISA",
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                "ZZ",
                "%-15s".formatted(seller.id()),
                "ZZ",
                "%-15s".formatted(buyer.id()),
                DAY.format(at),
                MINUTE.format(at),
                "U",
                "00401",
                number,
                "0",
                "P",
                ">");
        int groups = 0;
        int transactions = 0;
        String group = null;
        for (Document document : documents) {
            String next = group(document);
            if (!next.equals(group)) {
                if (group != null) {
                    out.add("GE", transactions, groups);
                }
                group = next;
                groups++;
                transactions = 0;
                out.add(
                        "GS",
                        group,
                        seller.id(),
                        buyer.id(),
                        DAY_LONG.format(at),
                        MINUTE.format(at),
                        groups,
                        "X",
                        "004010");
            }
            transaction(out, document, "%04d".formatted(++transactions));
        }
        out.add("GE", transactions, groups);
        out.add("IEA", groups, number);
        return out.text();
    }

    private static String group(Document document) {
        return switch (document.kind()) {
            case ORDER, RECEIPT, CONFIRMATION -> "PR";
            case CHANGE, CANCELLATION -> "CA";
            case SHIPMENT -> "SH";
        };
    }

    private void transaction(X12Segments out, Document document, String control) {
        int first = out.count();
        switch (group(document)) {
            case "PR" -> acknowledgment(out, document, control);
            case "CA" -> change(out, document, control);
            default -> shipNotice(out, document, control);
        }
        out.add("SE", out.count() - first + 1, control);
    }

    /** Writes 855 purchase order acknowledgment. */
    private void acknowledgment(X12Segments out, Document document, String control) {
        Order order = document.order();
        boolean isReceipt = document.kind() == Kind.RECEIPT;
        out.add("ST", "855", control);
        out.add(
                "BAK",
                "00",
                isReceipt ? "AH" : document.whole() ? "AD" : "AC",
                order.reference(),
                DATE.format(order.orderedOn()),
                "",
                "",
                "",
                order.supplierNumber(),
                DAY_LONG.format(document.at()));
        heading(out, document);
        BigDecimal hash = BigDecimal.ZERO;
        for (Part part : document.parts()) {
            OrderLine line = document.line(part);
            hash = hash.add(line.quantities().ordered());
            out.add(
                    "PO1",
                    line.line(),
                    plain(line.quantities().ordered()),
                    line.item().unit(),
                    plain(line.unitCost()),
                    "PE",
                    items(line));
            description(out, line);
            if (!isReceipt) {
                statuses(out, line, part.change());
            }
        }
        out.add("CTT", document.parts().size(), plain(hash));
    }

    /** Writes 865 purchase order change acknowledgment, initiated by the seller. */
    private void change(X12Segments out, Document document, String control) {
        Order order = document.order();
        boolean isCancellation = document.kind() == Kind.CANCELLATION;
        out.add("ST", "865", control);
        out.add(
                "BCA",
                isCancellation ? "01" : "04",
                isCancellation ? "RD" : "AC",
                order.reference(),
                "",
                order.revision(),
                DATE.format(order.orderedOn()),
                "",
                "",
                order.supplierNumber(),
                DAY_LONG.format(document.at()));
        heading(out, document);
        for (Part part : document.parts()) {
            OrderLine line = document.line(part);
            Quantities quantities = line.quantities();
            BigDecimal left = quantities.left().subtract(quantities.cancelled());
            out.add(
                    "POC",
                    line.line(),
                    changeCode(part.change()),
                    plain(quantities.ordered()),
                    plain(left),
                    line.item().unit(),
                    plain(line.unitCost()),
                    "PE",
                    items(line));
            description(out, line);
            statuses(out, line, part.change());
        }
        out.add("CTT", document.parts().size());
    }

    /** Returns the code of list 670. */
    private static String changeCode(Change change) {
        return switch (change) {
            case ADDED, RESTORED -> "AI";
            case REMOVED -> "DI";
            case QUANTITY -> "CA";
            case DATE -> "RS";
            case PRICE -> "PC";
            case NONE -> "NC";
        };
    }

    private void heading(X12Segments out, Document document) {
        Order order = document.order();
        out.add("CUR", "SE", order.currency());
        out.add("DTM", "097", DAY_LONG.format(document.at()), SECOND.format(document.at()), "UT");
        if (document.kind() != Kind.RECEIPT && document.kind() != Kind.CANCELLATION) {
            Optional.ofNullable(document.expectedOn()).ifPresent(date -> out.add("DTM", "067", DATE.format(date)));
        }
        out.add("N1", "SE", seller.name(), "92", seller.id());
        out.add("N1", "ST", buyer.name(), "92", buyer.id());
    }

    private static void description(X12Segments out, OrderLine line) {
        out.add("PID", "F", "", "", "", line.item().description());
    }

    /** Returns the qualifiers and numbers of the item, as many as it has. */
    private static String[] items(OrderLine line) {
        OrderLine.Item item = line.item();
        return Stream.of(new String[] {"BP", item.number()}, new String[] {"VP", item.supplierNumber()}, new String[] {
                    "EN", item.gtin()
                })
                .filter(pair -> pair[1] != null)
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
    }

    /** Writes ACK: code list 668, with the quantity of each status. */
    private static void statuses(X12Segments out, OrderLine line, Change change) {
        Quantities quantities = line.quantities();
        String unit = line.item().unit();
        if (line.isOff()) {
            out.add("ACK", "ID", plain(quantities.cancelled()), unit);
            return;
        }
        if (quantities.confirmed().signum() > 0) {
            String code = change == Change.DATE
                    ? "DR"
                    : change == Change.PRICE
                            ? "IP"
                            : quantities.confirmed().compareTo(quantities.ordered()) != 0
                                    ? "IQ"
                                    : line.changed() ? "IC" : "IA";
            out.add("ACK", code, plain(quantities.confirmed()), unit, scheduled(line.expectedOn()));
        }
        if (quantities.backOrdered().signum() > 0) {
            out.add("ACK", "IB", plain(quantities.backOrdered()), unit, scheduled(line.expectedOn()));
        }
        if (quantities.cancelled().signum() > 0) {
            out.add("ACK", "IR", plain(quantities.cancelled()), unit);
        }
    }

    /** Writes 856 ship notice: shipment, order, items; SN102 is this shipment, SN104 the total so far. */
    private void shipNotice(X12Segments out, Document document, String control) {
        Order order = document.order();
        out.add("ST", "856", control);
        out.add("BSN", "00", document.number(), DAY_LONG.format(document.at()), SECOND.format(document.at()), "0004");
        out.add("HL", 1, "", "S", 1);
        out.add("TD1", "CTN", 1);
        out.add("TD5", "B", 2, "UPSN");
        document.tracking().forEach(number -> out.add("REF", "2I", number));
        out.add("DTM", "011", DAY_LONG.format(document.at()), SECOND.format(document.at()), "UT");
        out.add("N1", "SF", seller.name(), "92", seller.id());
        out.add("N1", "ST", buyer.name(), "92", buyer.id());
        out.add("HL", 2, 1, "O", 1);
        out.add("PRF", order.reference(), "", "", DATE.format(order.orderedOn()));
        out.add("REF", "VN", order.supplierNumber());
        int level = 2;
        for (Part part : document.parts()) {
            OrderLine line = document.line(part);
            // Warehouses use leading zeros in line numbers, the order desk does not.
            String id = "%03d".formatted(line.line());
            out.add("HL", ++level, 2, "I", 0);
            out.add("LIN", id, items(line));
            out.add(
                    "SN1",
                    id,
                    plain(part.quantity()),
                    line.item().unit(),
                    plain(line.quantities().shipped()),
                    plain(line.quantities().ordered()),
                    line.item().unit());
            description(out, line);
        }
        out.add("CTT", level);
    }

    /** Returns qualifier and date of the planned delivery. */
    private static String[] scheduled(LocalDate date) {
        return date == null ? new String[0] : new String[] {"067", DATE.format(date)};
    }
}
