package dev.syncline.document.cxml;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnreadablePart;
import dev.syncline.document.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a ConfirmationRequest, the supplier's answer to an order. */
final class CxmlConfirmation {
    private final Cxml document;
    private final XmlElement request;

    CxmlConfirmation(Cxml document, XmlElement request) {
        this.document = document;
        this.request = request;
    }

    SupplierOrder order() throws UnreadablePart {
        XmlElement header = request.child("ConfirmationHeader");
        if (header == null) {
            throw new UnreadablePart(request.place(), "ConfirmationHeader is missing");
        }
        if ("delete".equals(header.attribute("operation"))) {
            throw new UnreadablePart(
                    header.place(), "The confirmation is withdrawn, which cannot be followed; look at the order");
        }
        Cxml.Reference reference = Cxml.reference(request);
        Status status = status(header);
        List<Line> lines = new ArrayList<>();
        for (XmlElement item : request.children("ConfirmationItem")) {
            lines.add(new CxmlConfirmationLine(document, item).line());
        }
        return new SupplierOrder(
                Kind.CONFIRMATION,
                header.attribute("confirmID"),
                document.at(header, "noticeDate"),
                DocumentValues.sequence(header.attribute("version")),
                reference.order(),
                Cxml.supplierNumber(header),
                reference.answers(),
                status,
                status != null,
                document.currency(priced(header)),
                null,
                List.of(),
                List.copyOf(lines),
                null,
                Cxml.isUpdate(header));
    }

    private Status status(XmlElement header) throws UnreadablePart {
        String type = header.attribute("type");
        Status status = type == null ? null : CxmlCodes.HEADER.get(type);
        if (status == null && !CxmlCodes.HEADER_WITHOUT_STATUS.contains(type == null ? "" : type)) {
            throw new UnreadablePart(
                    header.place(),
                    "The type of the confirmation is "
                            + (type == null ? "missing" : "'" + DocumentValues.shown(type) + "'")
                            + ", so it does not tell whether lines without an item are accepted; accept, allDetail, "
                            + "backordered, detail, except, reject, replace and requestToPay are known");
        }
        return status;
    }

    private Stream<XmlElement> priced(XmlElement header) {
        if (header.child("Total", "Money") != null) {
            return Stream.of(header.child("Total"));
        }
        return request.children("ConfirmationItem").stream()
                .flatMap(item -> item.children("ConfirmationStatus").stream())
                .flatMap(status -> Stream.of(status, status.child("ItemIn", "ItemDetail")))
                .map(priced -> priced == null ? null : priced.child("UnitPrice"));
    }
}
