package dev.syncline.document.cxml;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.UnreadablePart;
import dev.syncline.document.xml.XmlElement;
import dev.syncline.document.xml.XmlParser;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The elements of a cXML document that are read. All others are skipped, above all the credentials in the Header. */
final class CxmlNames {
    private static final Set<String> KEPT = Set.of(
            "Request",
            "Response",
            "Message",
            "Status",
            "DocumentReference",
            "ConfirmationRequest",
            "ConfirmationHeader",
            "ConfirmationItem",
            "ConfirmationStatus",
            "ShipNoticeRequest",
            "ShipNoticeHeader",
            "ShipNoticePortion",
            "ShipNoticeItem",
            "OrderedQuantity",
            "ShipControl",
            "ShipmentIdentifier",
            "Packaging",
            "PackageID",
            "PackageTrackingID",
            "StatusUpdateRequest",
            "OrderRequest",
            "OrderRequestHeader",
            "InvoiceDetailRequest",
            "InvoiceRequest",
            "PaymentRemittanceRequest",
            "ReceiptRequest",
            "MasterAgreementRequest",
            "QuoteRequest",
            "PunchOutSetupRequest",
            "ProfileRequest",
            "OrderStatusSetupRequest",
            "ItemOut",
            "ItemIn",
            "OrderReference",
            "OrderIDInfo",
            "SupplierOrderInfo",
            "Total",
            "UnitPrice",
            "Money",
            "PriceBasisQuantity",
            "UnitOfMeasure",
            "ItemID",
            "SupplierPartID",
            "BuyerPartID",
            "IdReference",
            "ItemDetail",
            "ItemDetailIndustry",
            "ItemDetailRetail",
            "EANID",
            "Description",
            "ShortName",
            "Extrinsic");
    private static final Set<String> ONCE = Set.of(
            "ConfirmationRequest",
            "ConfirmationHeader",
            "ShipNoticeRequest",
            "ShipNoticeHeader",
            "StatusUpdateRequest",
            "Status",
            "OrderRequest",
            "OrderRequestHeader",
            "OrderReference",
            "OrderIDInfo",
            "DocumentReference",
            "SupplierOrderInfo",
            "Total",
            "UnitPrice",
            "Money",
            "PriceBasisQuantity",
            "UnitOfMeasure",
            "OrderedQuantity",
            "ItemIn",
            "ItemID",
            "ItemDetail",
            "SupplierPartID",
            "BuyerPartID");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "cXML",
                    Set.of(
                            "version",
                            "payloadID",
                            "timestamp",
                            "signatureVersion",
                            "lang",
                            "schemaLocation",
                            "noNamespaceSchemaLocation"),
            "Request", Set.of("deploymentMode", "Id"),
            "Response", Set.of("Id"),
            "Status", Set.of("code", "text", "lang"));

    static final XmlParser.Rules RULES = new XmlParser.Rules(true, KEPT, true);

    private CxmlNames() {}

    /** Refuses an element that is present twice, as one of both would have to be chosen. */
    static void checkOnce(XmlElement parent) throws UnreadablePart {
        Set<String> seen = new HashSet<>();
        for (XmlElement element : parent.children()) {
            if (ONCE.contains(element.name()) && !seen.add(element.name())) {
                throw new UnreadablePart(
                        element.place(), element.name() + " is there more than once; it should be there once");
            }
            checkOnce(element);
        }
    }

    /**
     * Warns of attributes of the envelope that the DTD does not define: no content is lost, but the sender should know.
     */
    static void warnOfUnknownAttributes(XmlElement element, List<String> warnings) {
        Set<String> known = ATTRIBUTES.get(element.name());
        if (known != null) {
            for (String attribute : element.attributes()) {
                if (!known.contains(attribute)) {
                    warnings.add("The cXML DTD has no attribute '" + DocumentValues.shown(attribute) + "' there (at "
                            + element.place() + ")");
                }
            }
            element.children().forEach(child -> warnOfUnknownAttributes(child, warnings));
        }
    }
}
