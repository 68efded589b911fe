package dev.syncline.document.ubl;

import dev.syncline.document.ActionCodes;
import dev.syncline.document.DocumentValues;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnreadablePart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.LineItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderLineReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;

/** Reads an OrderLine of an order, its change, or the answer to it. */
final class UblOrderLine {
    /** Statuses of an answered line whose quantity is the one to be delivered. */
    private static final Set<Status> TO_BE_DELIVERED = Set.of(Status.ACCEPTED, Status.CHANGED, Status.BACK_ORDERED);

    private final Ubl document;
    private final OrderLineType line;
    private final String place;

    UblOrderLine(Ubl document, OrderLineType line, int index) {
        this.document = document;
        this.line = line;
        this.place = document.line(index).place();
    }

    /** Returns the reference to a line of the order; null if the line has none. */
    OrderLineReferenceType reference() throws UnreadablePart {
        if (line.getOrderLineReferenceCount() > 1) {
            throw new UnreadablePart(place, "The line answers several lines at once, which cannot be told apart");
        }
        return line.getOrderLineReferenceCount() == 0
                ? null
                : line.getOrderLineReference().get(0);
    }

    /**
     * Returns the line.
     *
     * @param header the order's status in an answer; null if it has none
     * @param isLeftToLines whether the order's status is left to the lines; else a line without a status has none
     */
    Line line(Status header, boolean isLeftToLines) throws UnreadablePart {
        LineItemType item = line.getLineItem();
        if (item == null) {
            throw new UnreadablePart(place, "LineItem is missing");
        }
        OrderLineReferenceType reference = reference();
        String id = reference == null ? null : Ubl.text(reference.getLineID());
        String supplierLine = Ubl.text(item.getSalesOrderID());
        if (supplierLine == null && reference != null) {
            supplierLine = Ubl.text(reference.getSalesOrderLineID());
        }
        boolean isAnswer = document.type() == UblType.ORDER_RESPONSE;
        ItemType told = item.getItem();
        String code = DocumentValues.text(item.getLineStatusCodeValue());
        Status status = isReplaced() ? Status.RECEIVED : status(code);
        String unit = item.getQuantity() == null
                ? null
                : DocumentValues.text(item.getQuantity().getUnitCode());
        if (code != null && ActionCodes.UNAFFECTED.contains(code)) {
            return unaffected(id == null ? Ubl.text(item.getID()) : id, supplierLine, told, code);
        }
        return new Line(
                id == null ? Ubl.text(item.getID()) : id,
                supplierLine,
                told == null ? null : Ubl.id(told.getBuyersItemIdentification()),
                told == null ? null : Ubl.id(told.getSellersItemIdentification()),
                Ubl.gtin(told),
                Ubl.description(told),
                status,
                isAnswer ? null : item.getQuantityValue(),
                isAnswer && isToBeDelivered(status, code, header, isLeftToLines) ? item.getQuantityValue() : null,
                null,
                false,
                isAnswer ? backOrdered(item, unit) : null,
                null,
                unit,
                document.unitCost(item.getPrice(), unit, place),
                Ubl.expectedOn(item.getDelivery(), !isAnswer),
                List.of(),
                code,
                null,
                Ubl.currency(item.getPrice()));
    }

    private static Line unaffected(String id, String supplierLine, ItemType told, String code) {
        return new Line(
                id,
                supplierLine,
                told == null ? null : Ubl.id(told.getBuyersItemIdentification()),
                told == null ? null : Ubl.id(told.getSellersItemIdentification()),
                Ubl.gtin(told),
                Ubl.description(told),
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                code,
                null);
    }

    private static boolean saysNothing(String code) {
        return code == null || code.equals(UblCodes.NO_STATUS) || ActionCodes.saysNothing(code);
    }

    /** Returns whether the quantity is the one to be delivered, as it is in an answer without any status. */
    private static boolean isToBeDelivered(Status own, String code, Status header, boolean isLeftToLines) {
        if (own != null || !saysNothing(code)) {
            return own != null && TO_BE_DELIVERED.contains(own);
        }
        return header == null ? isLeftToLines : TO_BE_DELIVERED.contains(header);
    }

    /** Returns the back-ordered quantity: in an answer, the greatest quantity on back order. */
    private BigDecimal backOrdered(LineItemType item, String unit) throws UnreadablePart {
        if (item.getMaximumBackorderQuantity() == null) {
            return null;
        }
        String own = DocumentValues.text(item.getMaximumBackorderQuantity().getUnitCode());
        if (own != null && unit != null && !own.equals(unit)) {
            throw new UnreadablePart(place, "Quantities of the line are in several units");
        }
        return item.getMaximumBackorderQuantityValue();
    }

    /** Returns the lines of the items that replace the line's: SellerSubstitutedLineItem. */
    List<Line> substitutes(Line ordered) throws UnreadablePart {
        List<Line> lines = new ArrayList<>();
        for (LineItemType other : line.getSellerSubstitutedLineItem()) {
            ItemType item = other.getItem();
            if (item == null || ordered.line() == null) {
                continue;
            }
            BigDecimal quantity =
                    other.getQuantity() == null ? line.getLineItem().getQuantityValue() : other.getQuantityValue();
            String unit = other.getQuantity() == null
                    ? ordered.unit()
                    : DocumentValues.text(other.getQuantity().getUnitCode());
            PriceType price = other.getPrice() == null ? line.getLineItem().getPrice() : other.getPrice();
            lines.add(new Line(
                    null,
                    null,
                    Ubl.id(item.getBuyersItemIdentification()),
                    Ubl.id(item.getSellersItemIdentification()),
                    Ubl.gtin(item),
                    Ubl.description(item),
                    Status.ACCEPTED,
                    quantity,
                    quantity,
                    null,
                    false,
                    null,
                    null,
                    unit,
                    document.unitCost(price, unit, place),
                    other.getDelivery().isEmpty() ? ordered.expectedOn() : Ubl.expectedOn(other.getDelivery(), false),
                    List.of(),
                    ordered.code(),
                    ordered.line(),
                    Ubl.currency(price)));
        }
        return lines;
    }

    private boolean isReplaced() {
        return line.getSellerSubstitutedLineItem().stream().anyMatch(other -> other.getItem() != null);
    }

    private Status status(String code) {
        Status status = UblCodes.line(code);
        if (UblCodes.DISPUTED.equals(code)) {
            document.warnings()
                    .add("The line is disputed: nothing is confirmed by it; clear it with the supplier (at " + place
                            + ")");
        } else if (status == null && !saysNothing(code)) {
            document.warnings()
                    .add("LineStatusCode '" + DocumentValues.shown(code) + "' is not known; it was left out (at "
                            + place + ")");
        }
        return status;
    }
}
