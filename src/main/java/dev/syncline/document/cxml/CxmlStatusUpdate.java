package dev.syncline.document.cxml;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.Faulty;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.xml.XmlElement;
import java.util.List;

/** A StatusUpdateRequest: how far a document of ours got, named by its payloadID alone. */
final class CxmlStatusUpdate {
    private CxmlStatusUpdate() {}

    static SupplierOrder order(Cxml document, XmlElement request) throws Faulty {
        XmlElement reference = request.child("DocumentReference");
        String answers = reference == null ? null : reference.attribute("payloadID");
        if (answers == null) {
            throw new Faulty(request.place(), "No document is named: DocumentReference has no payloadID");
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

    /** 2xx: it got there. Anything else is no word on the order, but one to look at. */
    private static Status status(Cxml document, XmlElement request) throws Faulty {
        XmlElement status = request.child("Status");
        String code = status == null ? null : status.attribute("code");
        if (code == null || !code.matches("[1-9][0-9]{2}")) {
            throw new Faulty(
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
