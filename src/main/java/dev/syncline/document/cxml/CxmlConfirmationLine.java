package dev.syncline.document.cxml;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnreadablePart;
import dev.syncline.document.xml.XmlElement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a ConfirmationItem: one line, with a ConfirmationStatus for each part of it. Accepted parts add up to the
 * confirmed quantity, parts on back order to the back-ordered one, rejected parts to the cancelled one.
 */
final class CxmlConfirmationLine {
    /** @param currency null where it is not said */
    private record Price(BigDecimal amount, String currency) {}

    private final Cxml document;
    private final XmlElement item;
    private final List<XmlElement> parts;
    private final Map<Status, BigDecimal> quantities = new EnumMap<>(Status.class);
    private final Set<Status> statuses = EnumSet.noneOf(Status.class);
    private final Set<String> codes = new LinkedHashSet<>();
    /** The prices of the parts; empty for a part at the price of the order. */
    private final Set<Optional<Price>> prices = new LinkedHashSet<>();

    private final Set<String> units = new LinkedHashSet<>();
    private LocalDate expectedOn;

    CxmlConfirmationLine(Cxml document, XmlElement item) {
        this.document = document;
        this.item = item;
        this.parts = item.children("ConfirmationStatus");
    }

    Line line() throws UnreadablePart {
        for (XmlElement part : parts) {
            take(part);
        }
        XmlElement told = told();
        Optional<Price> price = price();
        String ownUnit = item.textOf("UnitOfMeasure");
        String unit = units.isEmpty() ? ownUnit : units.iterator().next();
        if (units.size() > 1) {
            throw new UnreadablePart(
                    item.place(), "Parts of the line are in several units, so they cannot be added up");
        }
        return new Line(
                item.attribute("lineNumber"),
                null,
                text(told, "BuyerPartID"),
                supplierItem(told),
                Cxml.gtin(told),
                told == null ? null : told.textOf("ItemDetail", "Description"),
                CxmlCodes.together(statuses),
                ownUnit == null || ownUnit.equals(unit) ? Cxml.quantity(item) : null,
                sum(Status.ACCEPTED, Status.CHANGED),
                null,
                false,
                sum(Status.BACK_ORDERED),
                sum(Status.REJECTED),
                unit,
                price.map(Price::amount).orElse(null),
                expectedOn,
                List.of(),
                codes.isEmpty() ? null : String.join(",", codes),
                told == null ? null : item.attribute("lineNumber"),
                price.map(Price::currency).orElse(null));
    }

    private void take(XmlElement part) throws UnreadablePart {
        String type = part.attribute("type");
        if (type == null) {
            throw new UnreadablePart(part.place(), "The type of the status is missing");
        }
        codes.add(type);
        BigDecimal quantity = Cxml.wantedQuantity(part);
        Status status = CxmlCodes.LINE.get(type);
        if (status != null) {
            statuses.add(status);
            quantities.merge(status, quantity, BigDecimal::add);
        } else if (!CxmlCodes.LINE_WITHOUT_STATUS.contains(type)) {
            document.warnings()
                    .add("Status '" + DocumentValues.shown(type) + "' is not known; it was left out (at " + part.place()
                            + ")");
            return;
        }
        XmlElement detail = part.child("ItemIn", "ItemDetail");
        Price price = price(part);
        price = price == null ? price(detail) : price;
        boolean isPromised = status != null && status.isPromise() && quantity.signum() > 0;
        if (price != null && status != Status.REJECTED || isPromised) {
            prices.add(Optional.ofNullable(price));
        }
        String unit = part.textOf("UnitOfMeasure");
        if (unit != null) {
            units.add(unit);
        }
        LocalDate date = status == Status.REJECTED ? null : date(part);
        // The line is complete when its last part arrives
        expectedOn = expectedOn == null || date != null && date.isAfter(expectedOn) ? date : expectedOn;
    }

    /** Returns when the part arrives; if that is not stated, when it leaves. */
    private LocalDate date(XmlElement part) {
        LocalDate delivered = document.date(part, "deliveryDate");
        return delivered != null ? delivered : document.date(part, "shipmentDate");
    }

    /** Returns the item that the supplier will deliver, if a status names it; else null. */
    private XmlElement told() {
        return parts.stream()
                .map(part -> part.child("ItemIn"))
                .filter(in -> in != null)
                .findFirst()
                .orElse(null);
    }

    private String supplierItem(XmlElement told) {
        String id = text(told, "SupplierPartID");
        return id != null
                ? id
                : parts.stream()
                        .map(part -> Cxml.extrinsic(part, "SupplierPartID"))
                        .filter(part -> part != null)
                        .findFirst()
                        .orElse(null);
    }

    private static String text(XmlElement told, String name) {
        return told == null ? null : told.textOf("ItemID", name);
    }

    private Price price(XmlElement priced) throws UnreadablePart {
        BigDecimal amount = document.price(priced);
        return amount == null ? null : new Price(amount, Cxml.currency(priced));
    }

    private Optional<Price> price() {
        if (prices.size() > 1) {
            document.warnings()
                    .add("Parts of the line have several prices, or some none, so none is told of it (at "
                            + item.place() + ")");
        }
        return prices.size() == 1 ? prices.iterator().next() : Optional.empty();
    }

    /** Returns the quantity of all parts with one of the statuses; null if no part has one. */
    private BigDecimal sum(Status... of) {
        BigDecimal sum = null;
        for (Status status : of) {
            BigDecimal quantity = quantities.get(status);
            sum = quantity == null ? sum : sum == null ? quantity : sum.add(quantity);
        }
        return sum;
    }
}
