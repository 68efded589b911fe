package dev.syncline.document.cxml;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.DocumentReader;
import dev.syncline.document.DocumentValues;
import dev.syncline.document.OrderNumbers;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.ParsedDocument.Acknowledgement;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.TestIndicator;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.UnreadablePart;
import dev.syncline.document.cxml.CxmlResponse.Code;
import dev.syncline.document.xml.XmlElement;
import dev.syncline.document.xml.XmlParser;
import dev.syncline.document.xml.XmlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads cXML 1.2: ConfirmationRequest, ShipNoticeRequest, StatusUpdateRequest, OrderRequest and the Response to a request
 * of ours. Documents are not validated against their DTD, which is never loaded.
 */
@ApplicationScoped
public class CxmlReader implements DocumentReader {
    private static final Set<String> REQUESTS =
            Set.of("ConfirmationRequest", "ShipNoticeRequest", "StatusUpdateRequest", "OrderRequest");
    private static final Pattern VERSION = Pattern.compile("/(\\d\\.\\d\\.\\d{3})/");

    /**
     * Finds order numbers in OrderReference, OrderIDInfo and OrderRequestHeader; the number in SupplierOrderInfo is the
     * supplier's.
     */
    private static final List<Pattern> NAMED = List.of(
            Pattern.compile(
                    "<(?:OrderReference|OrderIDInfo|OrderRequestHeader)\\b[^<>]{0,2000}?\\borderID\\s*=\\s*[\"']([^\"'<>]+)[\"']"));

    private final Clock clock;

    public CxmlReader(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String format() {
        return "cxml";
    }

    @Override
    public byte[] redacted(byte[] document) {
        return CxmlSecrets.without(document);
    }

    @Override
    public Set<String> named(byte[] document) {
        return OrderNumbers.in(document, NAMED);
    }

    @Override
    public ParsedDocument read(byte[] document, DocumentLimits limits) throws UnreadableDocument {
        XmlParser parser = new XmlParser(CxmlNames.RULES, limits);
        try {
            XmlElement root = parser.parse(XmlText.of(document, limits));
            return reading(root, parser.doctype());
        } catch (UnreadableDocument e) {
            if (e.acknowledgement() != null) {
                throw e;
            }
            throw new UnreadableDocument(
                    e.place(), e.problem(), answer(parser.root(), Code.NOT_ACCEPTABLE, e.getMessage()));
        }
    }

    private ParsedDocument reading(XmlElement root, String doctype) throws UnreadableDocument {
        if (!root.name().equals("cXML")) {
            throw new UnreadableDocument(root.place(), "The document is no cXML: its root is not cXML");
        }
        List<String> warnings = new ArrayList<>();
        CxmlNames.warnOfUnknownAttributes(root, warnings);
        XmlElement response = root.child("Response");
        if (response != null) {
            return response(root, response, type(root, response, doctype), warnings);
        }
        XmlElement request = root.child("Request");
        XmlElement asked = request == null
                ? null
                : request.children().stream()
                        .filter(child -> REQUESTS.contains(child.name()))
                        .findFirst()
                        .orElse(null);
        if (asked == null) {
            throw new UnreadableDocument(
                    request == null ? root.place() : request.place(),
                    what(request) + "; those are ConfirmationRequest, ShipNoticeRequest, "
                            + "StatusUpdateRequest and OrderRequest",
                    answer(root, Code.NOT_IMPLEMENTED, "Not an order document that is read here"));
        }
        return request(root, asked, type(root, asked, doctype), warnings);
    }

    /** Other documents between buyers and suppliers, by name. */
    private static final Map<String, String> OTHERS = Map.of(
            "InvoiceDetailRequest", "an invoice",
            "InvoiceRequest", "an invoice",
            "PaymentRemittanceRequest", "a remittance advice, which a buyer sends",
            "ReceiptRequest", "a receipt, which a buyer sends",
            "MasterAgreementRequest", "a master agreement",
            "QuoteRequest", "a request for a quotation, which a buyer sends",
            "PunchOutSetupRequest", "a visit to a catalog, which a buyer sends",
            "ProfileRequest", "a question for what the other side can do",
            "OrderStatusSetupRequest", "a question for the status of an order, which a buyer sends");

    private static String what(XmlElement request) {
        return request == null
                ? "The document has no request that is read here"
                : request.children().stream()
                        .filter(child -> OTHERS.containsKey(child.name()))
                        .map(child -> "cXML " + child.name() + " is " + OTHERS.get(child.name())
                                + ", and changes no order. Requests that are read are others")
                        .findFirst()
                        .orElse("The document has no request that is read here");
    }

    private ParsedDocument request(XmlElement root, XmlElement asked, String type, List<String> warnings) {
        if ("test".equals(root.child("Request").attribute("deploymentMode"))) {
            warnings.add(TestIndicator.warning("deploymentMode is test"));
        }
        Cxml document = new Cxml(root, warnings);
        List<SupplierOrder> orders = new ArrayList<>();
        List<ParsedDocument.Fault> faults = new ArrayList<>();
        try {
            CxmlNames.checkOnce(root);
            switch (asked.name()) {
                case "ConfirmationRequest" -> orders.add(new CxmlConfirmation(document, asked).order());
                case "ShipNoticeRequest" -> new CxmlShipNotice(document, asked).orders(orders, faults);
                case "StatusUpdateRequest" -> orders.add(CxmlStatusUpdate.order(document, asked));
                default -> orders.add(CxmlOrder.order(document, asked));
            }
        } catch (UnreadablePart e) {
            faults.add(e.fault());
        }
        Acknowledgement answer = faults.isEmpty()
                ? answer(root, Code.OK, null)
                : answer(
                        root,
                        Code.BAD_REQUEST,
                        faults.get(0).problem() + " (at " + faults.get(0).place() + ")");
        return new ParsedDocument(root.attribute("payloadID"), type, orders, faults, warnings, answer, null);
    }

    /** Reads the synchronous answer to a request: it says that the request arrived, and nothing of the order. */
    private static ParsedDocument response(XmlElement root, XmlElement response, String type, List<String> warnings) {
        XmlElement status = response.child("Status");
        String code = status == null ? null : status.attribute("code");
        if (code == null || !code.startsWith("2")) {
            warnings.add("The request that this answers was not taken: status "
                    + (code == null ? "missing" : DocumentValues.shown(code))
                    + (status == null || status.attribute("text") == null
                            ? ""
                            : " " + DocumentValues.shown(status.attribute("text"))));
        }
        return new ParsedDocument(root.attribute("payloadID"), type, List.of(), List.of(), warnings, null, null);
    }

    /** Returns the type with its version, which is in an attribute, or in the address of the DTD alone. */
    private static String type(XmlElement root, XmlElement content, String doctype) {
        String version = root.attribute("version");
        Matcher address = VERSION.matcher(doctype == null ? "" : doctype);
        if (version == null && address.find()) {
            version = address.group(1);
        }
        return "cXML " + content.name() + (version == null ? "" : " " + DocumentValues.shown(version));
    }

    private Acknowledgement answer(XmlElement root, Code code, String problem) {
        boolean isAsked = root != null
                && root.name().equals("cXML")
                && root.attribute("payloadID") != null
                && root.child("Response") == null
                && root.child("Message") == null;
        return isAsked ? CxmlResponse.to(root.attribute("payloadID"), code, problem, clock.instant()) : null;
    }
}
