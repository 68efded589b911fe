package dev.syncline.document.ubl;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.DocumentReader;
import dev.syncline.document.DocumentValues;
import dev.syncline.document.OrderNumbers;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.UnreadablePart;
import dev.syncline.document.xml.XmlElement;
import dev.syncline.document.xml.XmlParser;
import dev.syncline.document.xml.XmlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import oasis.names.specification.ubl.schema.xsd.despatchadvice_21.DespatchAdviceType;
import oasis.names.specification.ubl.schema.xsd.order_21.OrderType;
import oasis.names.specification.ubl.schema.xsd.ordercancellation_21.OrderCancellationType;
import oasis.names.specification.ubl.schema.xsd.orderchange_21.OrderChangeType;
import oasis.names.specification.ubl.schema.xsd.orderresponse_21.OrderResponseType;
import oasis.names.specification.ubl.schema.xsd.orderresponsesimple_21.OrderResponseSimpleType;

/**
 * Reads UBL 2.1, and the documents that 2.0 shares with it: Order, OrderResponse, OrderResponseSimple, OrderChange,
 * OrderCancellation and DespatchAdvice. A document passes the hardened parser before JAXB sees it. A violation of the
 * schema is a warning if the values that matter can be read, and a fault if they cannot.
 */
@ApplicationScoped
public class UblReader implements DocumentReader {
    private static final String ID = "<(?:[\\w.-]{1,40}:)?ID\\b[^<>]{0,200}>([^<]+)<";

    /**
     * Finds the ID of an OrderReference, and that of an Order, which is looked for at the document's beginning alone.
     */
    private static final List<Pattern> NAMED = List.of(
            Pattern.compile("<(?:[\\w.-]{1,40}:)?OrderReference\\b[^<>]{0,200}>\\s{0,200}" + ID),
            Pattern.compile(
                    "\\A[^<]{0,10}(?:<[?!][^>]{0,2000}>\\s{0,200}){0,5}<(?:[\\w.-]{1,40}:)?Order[\\s>].{0,4000}?" + ID,
                    Pattern.DOTALL));

    @Override
    public String format() {
        return "ubl";
    }

    @Override
    public Set<String> named(byte[] document) {
        return OrderNumbers.in(document, NAMED);
    }

    @Override
    public ParsedDocument read(byte[] document, DocumentLimits limits) throws UnreadableDocument {
        String text = XmlText.of(document, limits);
        XmlElement root = new XmlParser(UblChecks.RULES, limits).parse(text);
        UblType type = UblType.of(root);
        if (type == null) {
            throw new UnreadableDocument(
                    root.place(),
                    what(root) + "; those are Order, OrderResponse, "
                            + "OrderResponseSimple, OrderChange, OrderCancellation and DespatchAdvice");
        }
        List<String> warnings = new ArrayList<>();
        Ubl ubl = new Ubl(type, root, warnings);
        List<ParsedDocument.Fault> faults = new ArrayList<>();
        List<SupplierOrder> orders = List.of();
        try {
            UblChecks.check(root, warnings);
            Object read = UblSchema.read(type, text, warnings);
            countLines(ubl);
            orders = orders(ubl, read);
        } catch (UnreadablePart e) {
            faults.add(e.fault());
        }
        return new ParsedDocument(ubl.id(), ubl.version(), orders, faults, warnings, null, null);
    }

    /** Other documents between buyers and suppliers, by name. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("Invoice", "an invoice"),
            Map.entry("SelfBilledInvoice", "an invoice"),
            Map.entry("CreditNote", "a credit note"),
            Map.entry("DebitNote", "a debit note"),
            Map.entry("SelfBilledCreditNote", "a credit note"),
            Map.entry("Reminder", "a reminder of an invoice"),
            Map.entry("Statement", "a statement of account"),
            Map.entry("RemittanceAdvice", "a remittance advice, which a buyer sends"),
            Map.entry("ReceiptAdvice", "a receipt advice, which a buyer sends"),
            Map.entry("Quotation", "a quotation"),
            Map.entry("RequestForQuotation", "a request for a quotation, which a buyer sends"),
            Map.entry("Catalogue", "a catalogue"),
            Map.entry("Forecast", "a forecast"),
            Map.entry("ApplicationResponse", "an application response"));

    private static String what(XmlElement root) {
        String other = OTHERS.get(root.name());
        return other == null
                ? "The document is not one of those of UBL 2 that are read"
                : "UBL " + root.name() + " is " + other + ", and changes no order. Documents that are read are others";
    }

    private static List<SupplierOrder> orders(Ubl ubl, Object document) throws UnreadablePart {
        UblOrders orders = new UblOrders(ubl);
        return switch (ubl.type()) {
            case ORDER -> List.of(orders.order((OrderType) document));
            case ORDER_CHANGE -> List.of(orders.change((OrderChangeType) document));
            case ORDER_CANCELLATION -> orders.cancellation((OrderCancellationType) document);
            case ORDER_RESPONSE -> orders.response((OrderResponseType) document);
            case ORDER_RESPONSE_SIMPLE -> List.of(orders.simple((OrderResponseSimpleType) document));
            case DESPATCH_ADVICE -> new UblDespatch(ubl, (DespatchAdviceType) document).orders();
        };
    }

    private static void countLines(Ubl ubl) {
        String declared = ubl.root().textOf("LineCountNumeric");
        int lines = ubl.type().lines() == null
                ? 0
                : ubl.root().children(ubl.type().lines()).size();
        if (declared != null && DocumentValues.decimal(declared).compareTo(BigDecimal.valueOf(lines)) != 0) {
            ubl.warnings()
                    .add("LineCountNumeric declares " + declared + " lines, there are " + lines + " (at "
                            + ubl.root().child("LineCountNumeric").place() + ")");
        }
    }
}
