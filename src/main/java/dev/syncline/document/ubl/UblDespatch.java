package dev.syncline.document.ubl;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnreadablePart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DespatchLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderLineReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ShipmentType;
import oasis.names.specification.ubl.schema.xsd.despatchadvice_21.DespatchAdviceType;

/** Reads a DespatchAdvice: goods that were shipped, and the quantities to be delivered later. */
final class UblDespatch {
    private final Ubl document;
    private final DespatchAdviceType advice;

    UblDespatch(Ubl document, DespatchAdviceType advice) {
        this.document = document;
        this.advice = advice;
    }

    List<SupplierOrder> orders() throws UnreadablePart {
        UblReferences references = new UblReferences(document, advice.getOrderReference());
        boolean hasLines = !advice.getDespatchLine().isEmpty();
        if (!hasLines) {
            if (advice.getShipment() == null) {
                throw new UnreadablePart(
                        document.root().place(), "The despatch has no DespatchLine, so nothing is told of it");
            }
            document.warnings()
                    .add(
                            "The ship notice has no items (DespatchLine), so nothing was counted as shipped; its dates and "
                                    + "tracking numbers were taken. Ask the supplier what was shipped (at "
                                    + document.root().place() + ")");
        }
        for (int i = 0; i < advice.getDespatchLine().size(); i++) {
            DespatchLineType line = advice.getDespatchLine().get(i);
            OrderLineReferenceType reference = reference(line, i);
            references.add(line(line, reference, i), reference == null ? null : reference.getOrderReference(), i);
        }
        boolean replaces = replaces();
        List<SupplierOrder> orders = new ArrayList<>();
        references.lines().forEach((order, lines) -> {
            if (!lines.isEmpty() || !hasLines) {
                orders.add(order(order, references.supplierNumber(order), lines).inPlace(replaces));
            }
        });
        return orders;
    }

    private boolean isTakenBack() {
        return UblCodes.CANCELLED.equals(advice.getDocumentStatusCodeValue());
    }

    /** Returns whether the despatch replaces or revokes an earlier one of its number. */
    private boolean replaces() {
        String code = DocumentValues.text(advice.getDocumentStatusCodeValue());
        if (code == null || code.equals(UblCodes.NO_STATUS)) {
            return false;
        }
        boolean isKnown = code.equals(UblCodes.REVISED) || isTakenBack();
        if (!isKnown) {
            document.warnings()
                    .add((code.equals(UblCodes.DISPUTED)
                                    ? "The despatch is disputed"
                                    : "DocumentStatusCode '" + DocumentValues.shown(code) + "' is not known")
                            + "; what it tells counts as shipped all the same. Clear it with the supplier (at "
                            + document.root().child("DocumentStatusCode").place() + ")");
        }
        return isKnown;
    }

    private SupplierOrder order(String order, String supplierNumber, List<Line> lines) {
        ShipmentType shipment = advice.getShipment();
        LocalDate expectedOn = shipment == null || shipment.getDelivery() == null
                ? null
                : Ubl.expectedOn(List.of(shipment.getDelivery()), false);
        return new SupplierOrder(
                Kind.SHIPMENT,
                document.root().textOf("ID"),
                document.at(),
                null,
                order,
                supplierNumber,
                null,
                null,
                false,
                null,
                expectedOn,
                isTakenBack() ? List.of() : tracking(Stream.ofNullable(shipment)),
                List.copyOf(lines),
                null);
    }

    private OrderLineReferenceType reference(DespatchLineType line, int index) throws UnreadablePart {
        if (line.getOrderLineReferenceCount() > 1) {
            throw new UnreadablePart(
                    document.line(index).place(),
                    "The line is of several lines of orders at once, and does not tell how much of each");
        }
        return line.getOrderLineReferenceCount() == 0
                ? null
                : line.getOrderLineReference().get(0);
    }

    private Line line(DespatchLineType line, OrderLineReferenceType reference, int index) throws UnreadablePart {
        String place = document.line(index).place();
        BigDecimal delivered = line.getDeliveredQuantityValue();
        BigDecimal toCome = line.getBackorderQuantityValue();
        String toComeUnit = toCome == null ? null : line.getBackorderQuantity().getUnitCode();
        if (toCome == null && line.getOutstandingQuantity() != null) {
            toCome = line.getOutstandingQuantityValue();
            toComeUnit = line.getOutstandingQuantity().getUnitCode();
        }
        String unit =
                delivered == null ? toComeUnit : line.getDeliveredQuantity().getUnitCode();
        if (unit != null && toComeUnit != null && !unit.equals(toComeUnit)) {
            throw new UnreadablePart(place, "Quantities of the line are in several units");
        }
        if (isTakenBack()) {
            delivered = BigDecimal.ZERO;
            toCome = null;
        }
        ItemType item = line.getItem();
        String code = DocumentValues.text(line.getLineStatusCodeValue());
        return new Line(
                reference == null ? null : Ubl.text(reference.getLineID()),
                reference == null ? null : Ubl.text(reference.getSalesOrderLineID()),
                item == null ? null : Ubl.id(item.getBuyersItemIdentification()),
                item == null ? null : Ubl.id(item.getSellersItemIdentification()),
                Ubl.gtin(item),
                Ubl.description(item),
                status(code, delivered, toCome, place),
                null,
                null,
                delivered,
                false,
                toCome,
                null,
                DocumentValues.text(unit),
                null,
                Ubl.expectedOn(
                        line.getShipment().stream()
                                .map(ShipmentType::getDelivery)
                                .filter(Objects::nonNull)
                                .toList(),
                        false),
                tracking(line.getShipment().stream()),
                code,
                null);
    }

    /** Returns the status of a line: a line that delivers nothing is on back order, or has no status. */
    private Status status(String code, BigDecimal delivered, BigDecimal toCome, String place) {
        Status said = UblCodes.line(code);
        if (said != null && said.isOff()) {
            if (delivered != null && delivered.signum() > 0) {
                document.warnings()
                        .add("The line is cancelled, and the despatch has goods of it, which count as shipped. Ask the"
                                + " supplier what was shipped (at " + place + ")");
                return Status.SHIPPED;
            }
            return said;
        }
        if (UblCodes.DISPUTED.equals(code)) {
            document.warnings().add("The line is disputed; clear it with the supplier (at " + place + ")");
        }
        if (delivered != null && delivered.signum() > 0) {
            return Status.SHIPPED;
        }
        return toCome != null && toCome.signum() > 0 ? Status.BACK_ORDERED : null;
    }

    private static List<String> tracking(Stream<ShipmentType> shipments) {
        return shipments
                .flatMap(shipment -> Stream.of(
                                Stream.ofNullable(shipment.getDelivery())
                                        .map(delivery -> delivery.getTrackingIDValue()),
                                shipment.getConsignment().stream().map(each -> each.getCarrierAssignedIDValue()),
                                shipment.getTransportHandlingUnit().stream().map(unit -> unit.getTraceIDValue()))
                        .flatMap(numbers -> numbers))
                .flatMap(number -> Stream.ofNullable(DocumentValues.text(number)))
                .distinct()
                .toList();
    }
}
