package dev.syncline.sandbox.document;

import static dev.syncline.sandbox.document.Document.plain;

import dev.syncline.sandbox.document.Document.Kind;
import dev.syncline.sandbox.document.Document.Part;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes cXML 1.2: ConfirmationRequest and ShipNoticeRequest, with a DOCTYPE and a shared secret, as networks send
 * them.
 */
public final class CxmlWriter implements DocumentWriter {
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(-6);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private final Party seller;
    private final Party buyer;
    private final String sharedSecret;

    public CxmlWriter(Party seller, Party buyer, String sharedSecret) {
        this.seller = seller;
        this.buyer = buyer;
        this.sharedSecret = sharedSecret;
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public String contentType() {
        return "text/xml";
    }

    @Override
    public String write(List<Document> documents, long control) {
        Document document = documents.get(0);
        XmlBuilder xml = new XmlBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/1.2.050/Fulfill.dtd\">");
        xml.open(
                "cXML",
                "payloadID",
                document.number() + "@delta-fasteners.example.com",
                "timestamp",
                at(document.at()),
                "xml:lang",
                "en-US");
        xml.open("Header");
        credential(xml, "From", seller, null);
        credential(xml, "To", buyer, null);
        credential(xml, "Sender", seller, sharedSecret);
        xml.close("Header").open("Request", "deploymentMode", "production");
        if (document.kind() == Kind.SHIPMENT) {
            shipNotice(xml, document);
        } else {
            confirmation(xml, document);
        }
        return xml.close("Request").close("cXML").toString();
    }

    private static void credential(XmlBuilder xml, String role, Party party, String secret) {
        xml.open(role).open("Credential", "domain", "NetworkID");
        xml.put("Identity", party.id()).put("SharedSecret", secret);
        xml.close("Credential");
        if (secret != null) {
            xml.put("UserAgent", "Delta Order Desk 7.2");
        }
        xml.close(role);
    }

    private static void confirmation(XmlBuilder xml, Document document) {
        Order order = document.order();
        boolean isCancellation = document.kind() == Kind.CANCELLATION;
        xml.open("ConfirmationRequest")
                .open(
                        "ConfirmationHeader",
                        "confirmID",
                        document.number(),
                        "operation",
                        "new",
                        "type",
                        isCancellation ? "reject" : document.whole() ? "accept" : "detail",
                        "noticeDate",
                        at(document.at()));
        xml.empty("SupplierOrderInfo", "orderID", order.supplierNumber());
        xml.close("ConfirmationHeader");
        reference(xml, order);
        if (!isCancellation && !document.whole()) {
            document.parts().forEach(part -> item(xml, document, part));
        }
        xml.close("ConfirmationRequest");
    }

    /** Writes an item; the quantities of its statuses add up to the ordered one. */
    private static void item(XmlBuilder xml, Document document, Part part) {
        OrderLine line = document.line(part);
        OrderLine.Quantities quantities = line.quantities();
        xml.open("ConfirmationItem", "quantity", plain(quantities.ordered()), "lineNumber", line.line());
        xml.put("UnitOfMeasure", line.item().unit());
        if (document.kind() == Kind.RECEIPT) {
            status(xml, document, line, "unknown", plain(quantities.ordered()));
        }
        if (quantities.confirmed().signum() > 0) {
            status(
                    xml,
                    document,
                    line,
                    line.changed() || line.added() ? "detail" : "accept",
                    plain(quantities.confirmed()));
        }
        if (quantities.backOrdered().signum() > 0) {
            status(xml, document, line, "backordered", plain(quantities.backOrdered()));
        }
        if (quantities.cancelled().signum() > 0) {
            status(xml, document, line, "reject", plain(quantities.cancelled()));
        }
        xml.close("ConfirmationItem");
    }

    private static void status(XmlBuilder xml, Document document, OrderLine line, String type, String quantity) {
        boolean isPromise = !type.equals("reject") && !type.equals("unknown");
        xml.open(
                "ConfirmationStatus",
                "quantity",
                quantity,
                "type",
                type,
                "deliveryDate",
                isPromise ? noon(line.expectedOn()) : null);
        xml.put("UnitOfMeasure", line.item().unit());
        if (line.added() && isPromise) {
            xml.open("ItemIn", "quantity", quantity, "lineNumber", line.line());
            itemId(xml, line.item());
            xml.open("ItemDetail").open("UnitPrice");
            money(xml, document, line);
            xml.close("UnitPrice").put("Description", line.item().description(), "xml:lang", "en");
            xml.put("UnitOfMeasure", line.item().unit()).put("Classification", "31160000", "domain", "UNSPSC");
            xml.close("ItemDetail").close("ItemIn");
        } else if (isPromise) {
            xml.open("UnitPrice");
            money(xml, document, line);
            xml.close("UnitPrice");
            xml.put("Extrinsic", line.item().supplierNumber(), "name", "SupplierPartID");
        }
        xml.close("ConfirmationStatus");
    }

    private static void money(XmlBuilder xml, Document document, OrderLine line) {
        xml.put("Money", plain(line.unitCost()), "currency", document.order().currency());
    }

    private static void itemId(XmlBuilder xml, OrderLine.Item item) {
        xml.open("ItemID").put("SupplierPartID", item.supplierNumber() == null ? "" : item.supplierNumber());
        xml.put("BuyerPartID", item.number()).close("ItemID");
    }

    private static void shipNotice(XmlBuilder xml, Document document) {
        Order order = document.order();
        String at = at(document.at());
        xml.open("ShipNoticeRequest")
                .open(
                        "ShipNoticeHeader",
                        "shipmentID",
                        document.number(),
                        "operation",
                        "new",
                        "noticeDate",
                        at,
                        "shipmentDate",
                        at,
                        "deliveryDate",
                        noon(order.expectedOn()));
        xml.empty("IdReference", "identifier", order.supplierNumber(), "domain", "supplierOrderID");
        xml.close("ShipNoticeHeader");
        for (String number : document.tracking()) {
            xml.open("ShipControl").put("CarrierIdentifier", "UPSN", "domain", "SCAC");
            xml.put("ShipmentIdentifier", number).close("ShipControl");
        }
        xml.open("ShipNoticePortion");
        reference(xml, order);
        if (!document.whole()) {
            for (Part part : document.parts()) {
                OrderLine line = document.line(part);
                xml.open("ShipNoticeItem", "quantity", plain(part.quantity()), "lineNumber", line.line());
                itemId(xml, line.item());
                xml.put("UnitOfMeasure", line.item().unit()).close("ShipNoticeItem");
            }
        }
        xml.close("ShipNoticePortion").close("ShipNoticeRequest");
    }

    private static void reference(XmlBuilder xml, Order order) {
        xml.open("OrderReference", "orderID", order.reference());
        xml.empty("DocumentReference", "payloadID", "order." + order.reference() + "@syncline.example.com");
        xml.close("OrderReference");
    }

    private static String at(Instant at) {
        return MOMENT.format(at.atOffset(OFFSET));
    }

    private static String noon(LocalDate date) {
        return date == null ? null : MOMENT.format(date.atTime(LocalTime.NOON).atOffset(OFFSET));
    }
}
