package dev.syncline.document.cxml;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Side;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnreadablePart;
import dev.syncline.document.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads an OrderRequest, an order as it was sent. The type delete cancels the order. */
final class CxmlOrder {
    private CxmlOrder() {}

    static SupplierOrder order(Cxml document, XmlElement request) throws UnreadablePart {
        XmlElement header = request.child("OrderRequestHeader");
        String number = header == null ? null : header.attribute("orderID");
        if (number == null) {
            throw new UnreadablePart((header == null ? request : header).place(), "The order has no orderID");
        }
        boolean isDeleted = "delete".equals(header.attribute("type"));
        List<Line> lines = new ArrayList<>();
        for (XmlElement item : request.children("ItemOut")) {
            lines.add(line(document, item));
        }
        SupplierOrder order = new SupplierOrder(
                isDeleted ? Kind.CANCELLATION : Kind.ORDER,
                number,
                document.at(header, "orderDate"),
                DocumentValues.sequence(header.attribute("orderVersion")),
                number,
                Cxml.supplierNumber(header),
                null,
                isDeleted ? Status.CANCELLED : null,
                isDeleted,
                currency(document, header, request),
                document.date(header, "requestedDeliveryDate"),
                List.of(),
                isDeleted ? List.of() : List.copyOf(lines),
                null);
        return isDeleted ? order.from(Side.BUYER) : order;
    }

    private static Line line(Cxml document, XmlElement item) throws UnreadablePart {
        XmlElement detail = item.child("ItemDetail");
        return new Line(
                item.attribute("lineNumber"),
                null,
                item.textOf("ItemID", "BuyerPartID"),
                item.textOf("ItemID", "SupplierPartID"),
                Cxml.gtin(item),
                item.textOf("ItemDetail", "Description"),
                null,
                Cxml.wantedQuantity(item),
                null,
                null,
                false,
                null,
                null,
                item.textOf("ItemDetail", "UnitOfMeasure"),
                document.price(detail),
                document.date(item, "requestedDeliveryDate"),
                List.of(),
                null,
                null,
                Cxml.currency(detail));
    }

    private static String currency(Cxml document, XmlElement header, XmlElement request) {
        return document.currency(
                header.child("Total", "Money") != null
                        ? Stream.of(header.child("Total"))
                        : request.children("ItemOut").stream().map(item -> item.child("ItemDetail", "UnitPrice")));
    }
}
