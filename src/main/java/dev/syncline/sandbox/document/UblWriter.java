package dev.syncline.sandbox.document;

import static dev.syncline.sandbox.document.Document.plain;

import dev.syncline.sandbox.document.Document.Change;
import dev.syncline.sandbox.document.Document.Kind;
import dev.syncline.sandbox.document.Document.Part;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes UBL 2.1: OrderResponse with the codes of Peppol's ordering, OrderResponseSimple if the whole order is
 * accepted, OrderChange and OrderCancellation with UBL's own codes, and DespatchAdvice.
 */
public final class UblWriter implements DocumentWriter {
    private static final String SCHEMA = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss'Z'");

    private final Party seller;
    private final Party buyer;

    public UblWriter(Party seller, Party buyer) {
        this.seller = seller;
        this.buyer = buyer;
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public String contentType() {
        return "application/xml";
    }

    /** Returns true, as OrderResponse has one quantity a line: the promised one. */
    @Override
    public boolean tellsOrdersApart() {
        return true;
    }

    @Override
    public String write(List<Document> documents, long control) {
        Document document = documents.get(0);
        if (document.kind() == Kind.ORDER) {
            return order(document);
        }
        if (document.kind() == Kind.SHIPMENT) {
            return despatchAdvice(document);
        }
        if (document.kind() == Kind.CANCELLATION) {
            return cancellation(document);
        }
        if (document.whole()) {
            return simpleResponse(document);
        }
        return isRevision(document) ? change(document) : response(document);
    }

    /** Returns whether ordered quantities alone change: a change has no room for promised ones. */
    private static boolean isRevision(Document document) {
        return document.kind() == Kind.CHANGE
                && document.parts().stream()
                        .allMatch(part -> part.change() == Change.ADDED
                                || part.change() == Change.REMOVED
                                || part.change() == Change.RESTORED);
    }

    private String response(Document document) {
        XmlBuilder xml = root("OrderResponse", "urn:fdc:peppol.eu:poacc:trns:order_response:3");
        xml.put("cbc:ID", document.number());
        xml.put("cbc:SalesOrderID", document.order().supplierNumber());
        issued(xml, document);
        xml.put("cbc:OrderResponseCode", document.kind() == Kind.RECEIPT ? "AB" : "CA", "listID", "UNCL4343");
        xml.put("cbc:DocumentCurrencyCode", document.order().currency());
        reference(xml, document.order());
        seller(xml, "SellerSupplierParty");
        buyer(xml, "BuyerCustomerParty");
        if (document.kind() != Kind.RECEIPT) {
            promised(xml, document.expectedOn());
            document.parts().forEach(part -> orderLine(xml, document, part, responseCode(document.line(part), part)));
        }
        return xml.close("ubl:OrderResponse").toString();
    }

    /** Returns the code of list UNCL1229, as far as Peppol uses it. */
    private static String responseCode(OrderLine line, Part part) {
        if (line.isOff()) {
            return "7";
        }
        if (part.change() == Change.ADDED) {
            return "1";
        }
        boolean asOrdered =
                line.quantities().confirmed().compareTo(line.quantities().ordered()) == 0;
        return asOrdered && !line.changed() ? "5" : "3";
    }

    private String simpleResponse(Document document) {
        XmlBuilder xml = root("OrderResponseSimple", null);
        xml.put("cbc:ID", document.number());
        issued(xml, document);
        xml.put("cbc:AcceptedIndicator", "true");
        reference(xml, document.order());
        seller(xml, "SellerSupplierParty");
        buyer(xml, "BuyerCustomerParty");
        return xml.close("ubl:OrderResponseSimple").toString();
    }

    private String change(Document document) {
        XmlBuilder xml = root("OrderChange", null);
        xml.put("cbc:ID", document.number());
        xml.put("cbc:SalesOrderID", document.order().supplierNumber());
        issued(xml, document);
        xml.put("cbc:SequenceNumberID", document.order().revision());
        xml.put("cbc:DocumentCurrencyCode", document.order().currency());
        reference(xml, document.order());
        buyer(xml, "BuyerCustomerParty");
        seller(xml, "SellerSupplierParty");
        for (Part part : document.parts()) {
            orderLine(xml, document, part, revisionCode(part.change()));
        }
        return xml.close("ubl:OrderChange").toString();
    }

    /** Returns the code of UBL's own list, LineStatus. */
    private static String revisionCode(Change change) {
        return switch (change) {
            case ADDED -> "Added";
            case REMOVED -> "Cancelled";
            default -> "Revised";
        };
    }

    private String order(Document document) {
        XmlBuilder xml = root("Order", null);
        xml.put("cbc:ID", document.order().reference());
        xml.put("cbc:SalesOrderID", document.order().supplierNumber()).put("cbc:CopyIndicator", "true");
        issued(xml, document);
        xml.put("cbc:DocumentCurrencyCode", document.order().currency());
        buyer(xml, "BuyerCustomerParty");
        seller(xml, "SellerSupplierParty");
        document.parts().forEach(part -> orderLine(xml, document, part, null));
        return xml.close("ubl:Order").toString();
    }

    private String cancellation(Document document) {
        XmlBuilder xml = root("OrderCancellation", null);
        xml.put("cbc:ID", document.number());
        issued(xml, document);
        xml.put("cbc:CancellationNote", "Cancelled by the seller");
        reference(xml, document.order());
        buyer(xml, "BuyerCustomerParty");
        seller(xml, "SellerSupplierParty");
        return xml.close("ubl:OrderCancellation").toString();
    }

    /** Writes the promised quantity, which is 0 for a cancelled line. */
    private static void orderLine(XmlBuilder xml, Document document, Part part, String code) {
        OrderLine line = document.line(part);
        OrderLine.Quantities quantities = line.quantities();
        xml.open("cac:OrderLine").open("cac:LineItem");
        xml.put("cbc:ID", line.line()).put("cbc:LineStatusCode", code);
        String unit = line.item().unit();
        boolean isCancelled = line.isOff();
        if (!isCancelled) {
            xml.put("cbc:Quantity", plain(quantities.confirmed()), "unitCode", unit);
        }
        if (quantities.backOrdered().signum() > 0) {
            xml.put("cbc:MaximumBackorderQuantity", plain(quantities.backOrdered()), "unitCode", unit);
        }
        promised(xml, isCancelled ? null : line.expectedOn());
        xml.open("cac:Price");
        xml.put(
                "cbc:PriceAmount",
                plain(line.unitCost()),
                "currencyID",
                document.order().currency());
        xml.put("cbc:BaseQuantity", "1", "unitCode", unit).close("cac:Price");
        item(xml, line.item());
        xml.close("cac:LineItem");
        if (!line.added()) {
            xml.open("cac:OrderLineReference").put("cbc:LineID", line.line()).close("cac:OrderLineReference");
        }
        xml.close("cac:OrderLine");
    }

    private static void promised(XmlBuilder xml, LocalDate date) {
        if (date != null) {
            xml.open("cac:Delivery").open("cac:PromisedDeliveryPeriod");
            xml.put("cbc:StartDate", date).put("cbc:EndDate", date);
            xml.close("cac:PromisedDeliveryPeriod").close("cac:Delivery");
        }
    }

    private String despatchAdvice(Document document) {
        Order order = document.order();
        XmlBuilder xml = root("DespatchAdvice", "urn:fdc:peppol.eu:poacc:trns:despatch_advice:3");
        xml.put("cbc:ID", document.number());
        issued(xml, document);
        reference(xml, order);
        seller(xml, "DespatchSupplierParty");
        buyer(xml, "DeliveryCustomerParty");
        xml.open("cac:Shipment").put("cbc:ID", document.number());
        document.tracking()
                .forEach(number ->
                        xml.open("cac:Delivery").put("cbc:TrackingID", number).close("cac:Delivery"));
        xml.close("cac:Shipment");
        int number = 0;
        for (Part part : document.parts()) {
            OrderLine line = document.line(part);
            String unit = line.item().unit();
            xml.open("cac:DespatchLine").put("cbc:ID", ++number);
            xml.put("cbc:DeliveredQuantity", plain(part.quantity()), "unitCode", unit);
            if (line.quantities().backOrdered().signum() > 0) {
                xml.put("cbc:BackorderQuantity", plain(line.quantities().backOrdered()), "unitCode", unit);
                xml.put("cbc:BackorderReason", "not in stock");
            }
            xml.open("cac:OrderLineReference").put("cbc:LineID", line.line());
            reference(xml, order);
            xml.close("cac:OrderLineReference");
            item(xml, line.item());
            xml.close("cac:DespatchLine");
        }
        return xml.close("ubl:DespatchAdvice").toString();
    }

    private static XmlBuilder root(String type, String customization) {
        XmlBuilder xml = new XmlBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        xml.open(
                "ubl:" + type,
                "xmlns:ubl",
                SCHEMA + type + "-2",
                "xmlns:cac",
                SCHEMA + "CommonAggregateComponents-2",
                "xmlns:cbc",
                SCHEMA + "CommonBasicComponents-2");
        return xml.put("cbc:UBLVersionID", "2.1").put("cbc:CustomizationID", customization);
    }

    private static void issued(XmlBuilder xml, Document document) {
        OffsetDateTime at = document.at().atOffset(ZoneOffset.UTC);
        xml.put("cbc:IssueDate", at.toLocalDate()).put("cbc:IssueTime", TIME.format(at));
    }

    /** Writes the order number that the standard requires: the supplier's, if the buyer has none. */
    private static void reference(XmlBuilder xml, Order order) {
        xml.open("cac:OrderReference").put("cbc:ID", order.reference());
        xml.put("cbc:SalesOrderID", order.supplierNumber());
        xml.put("cbc:IssueDate", order.orderedOn()).close("cac:OrderReference");
    }

    private void seller(XmlBuilder xml, String role) {
        party(xml, role, seller);
    }

    private void buyer(XmlBuilder xml, String role) {
        party(xml, role, buyer);
    }

    private static void party(XmlBuilder xml, String role, Party party) {
        xml.open("cac:" + role).open("cac:Party");
        xml.put("cbc:EndpointID", party.id(), "schemeID", "0088");
        xml.open("cac:PartyName").put("cbc:Name", party.name()).close("cac:PartyName");
        xml.close("cac:Party").close("cac:" + role);
    }

    private static void item(XmlBuilder xml, OrderLine.Item item) {
        xml.open("cac:Item").put("cbc:Name", item.description());
        identification(xml, "cac:BuyersItemIdentification", item.number(), null);
        identification(xml, "cac:SellersItemIdentification", item.supplierNumber(), null);
        identification(xml, "cac:StandardItemIdentification", item.gtin(), "0160");
        xml.close("cac:Item");
    }

    private static void identification(XmlBuilder xml, String name, String id, String scheme) {
        if (id != null) {
            xml.open(name).put("cbc:ID", id, "schemeID", scheme).close(name);
        }
    }
}
