package dev.syncline.document.cxml;

import dev.syncline.document.ParsedDocument.Fault;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnreadablePart;
import dev.syncline.document.xml.XmlElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads a ShipNoticeRequest: goods that were shipped, with a ShipNoticePortion for each order. A portion without items
 * means the whole order. An update replaces the notice of its number; a deletion revokes it.
 */
final class CxmlShipNotice {
    private final Cxml document;
    private final XmlElement request;

    CxmlShipNotice(Cxml document, XmlElement request) {
        this.document = document;
        this.request = request;
    }

    void orders(List<SupplierOrder> orders, List<Fault> faults) throws UnreadablePart {
        XmlElement header = request.child("ShipNoticeHeader");
        if (header == null) {
            throw new UnreadablePart(request.place(), "ShipNoticeHeader is missing");
        }
        if ("return".equals(header.attribute("reason"))) {
            throw new UnreadablePart(header.place(), "The notice is of goods sent back, which are not followed");
        }
        Map<Cxml.Reference, List<XmlElement>> portions = new LinkedHashMap<>();
        for (XmlElement portion : request.children("ShipNoticePortion")) {
            try {
                portions.computeIfAbsent(Cxml.reference(portion), none -> new ArrayList<>())
                        .add(portion);
            } catch (UnreadablePart e) {
                faults.add(e.fault());
            }
        }
        if (portions.isEmpty() && faults.isEmpty()) {
            throw new UnreadablePart(request.place(), "ShipNoticePortion is missing, so no order is named");
        }
        for (Map.Entry<Cxml.Reference, List<XmlElement>> portion : portions.entrySet()) {
            try {
                orders.add(order(header, portion.getKey(), portion.getValue(), portions.size() + faults.size()));
            } catch (UnreadablePart e) {
                faults.add(e.fault().of(portion.getKey().order()));
            }
        }
    }

    /**
     * Reads the portion of an order.
     *
     * @param orders how many orders the notice covers: with one, the supplier's number in its header is that order's
     */
    private SupplierOrder order(XmlElement header, Cxml.Reference reference, List<XmlElement> portions, int orders)
            throws UnreadablePart {
        boolean isPlanned = "planned".equals(header.attribute("shipmentType"));
        boolean isDeleted = "delete".equals(header.attribute("operation"));
        List<Line> lines = new ArrayList<>();
        for (XmlElement portion : portions) {
            for (XmlElement item : portion.children("ShipNoticeItem")) {
                lines.add(line(item, isPlanned, isDeleted));
            }
        }
        boolean isPartial = orders == 1 && "partial".equals(header.attribute("fulfillmentType"));
        boolean isWhole = lines.isEmpty() && !isPlanned && !isDeleted && !isPartial;
        if (lines.isEmpty() && isPartial && !isDeleted) {
            document.warnings()
                    .add(
                            "The ship notice is of a part of the order and has no items (ShipNoticeItem), so nothing was counted"
                                    + " as shipped. Ask the supplier what was shipped (at " + header.place() + ")");
        }
        if (isPlanned) {
            document.warnings()
                    .add("The shipment is planned and not on its way: nothing counts as shipped by it (at "
                            + header.place() + ")");
        }
        return new SupplierOrder(
                isPlanned ? Kind.STATUS : Kind.SHIPMENT,
                header.attribute("shipmentID"),
                document.at(header, "noticeDate"),
                null,
                reference.order(),
                orders == 1 ? Cxml.supplierNumber(header) : null,
                reference.answers(),
                isWhole ? Status.SHIPPED : null,
                isWhole,
                null,
                document.date(header, "deliveryDate"),
                isDeleted ? List.of() : tracking(),
                List.copyOf(lines),
                null,
                isDeleted || Cxml.isUpdate(header));
    }

    private Line line(XmlElement item, boolean isPlanned, boolean isDeleted) throws UnreadablePart {
        XmlElement ordered = item.child("OrderedQuantity");
        BigDecimal quantity = Cxml.wantedQuantity(item);
        return new Line(
                item.attribute("lineNumber"),
                item.attribute("shipNoticeLineNumber"),
                item.textOf("ItemID", "BuyerPartID"),
                item.textOf("ItemID", "SupplierPartID"),
                Cxml.gtin(item),
                null,
                isPlanned || isDeleted ? null : Status.SHIPPED,
                ordered == null || otherUnit(ordered, item) ? null : Cxml.quantity(ordered),
                null,
                isPlanned ? null : isDeleted ? BigDecimal.ZERO : quantity,
                false,
                null,
                null,
                item.textOf("UnitOfMeasure"),
                null,
                null,
                item.children("Packaging").stream()
                        .flatMap(packaging -> packaging.children("PackageID").stream())
                        .map(id -> id.textOf("PackageTrackingID"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                null,
                null);
    }

    private static boolean otherUnit(XmlElement ordered, XmlElement item) {
        String unit = ordered.textOf("UnitOfMeasure");
        return unit != null && !unit.equals(item.textOf("UnitOfMeasure"));
    }

    private List<String> tracking() {
        return request.children("ShipControl").stream()
                .flatMap(control -> control.children("ShipmentIdentifier").stream())
                .flatMap(identifier -> Stream.ofNullable(identifier.text()))
                .distinct()
                .toList();
    }
}
