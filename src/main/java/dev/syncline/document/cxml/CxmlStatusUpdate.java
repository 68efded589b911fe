package dev.syncline.document.cxml;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnreadablePart;
import dev.syncline.document.xml.XmlElement;
import java.util.List;

/** Reads a StatusUpdateRequest: how far one of our documents got, which is named by its payloadID alone. */
final class CxmlStatusUpdate {
    private CxmlStatusUpdate() {}

    static SupplierOrder order(Cxml document, XmlElement request) throws UnreadablePart {
        XmlElement reference = request.child("DocumentReference");
        String answers = reference == null ? null : reference.attribute("payloadID");
        if (answers == null) {
            throw new UnreadablePart(request.place(), "No document is named: DocumentReference has no payloadID");
        }
        return new SupplierOrder(
                Kind.STATUS,
                null,
                document.at(null, null),
                null,
                null,
                null,
                answers,
                status(document, request),
                false,
                null,
                null,
                List.of(),
                List.of(),
                null);
    }

    /** Returns the status; for codes other than 2xx, null and a warning, as they say nothing of the order. */
    private static Status status(Cxml document, XmlElement request) throws UnreadablePart {
        XmlElement status = request.child("Status");
        String code = status == null ? null : status.attribute("code");
        if (code == null || !code.matches("[1-9][0-9]{2}")) {
            throw new UnreadablePart(
                    (status == null ? request : status).place(), "The code of the status is no number of three digits");
        }
        if (code.startsWith("2")) {
            return Status.RECEIVED;
        }
        String text = status.attribute("text") == null ? "" : " " + DocumentValues.shown(status.attribute("text"));
        document.warnings()
                .add("The order did not get through: status " + code + text + "; look at it with the supplier");
        return null;
    }
}
