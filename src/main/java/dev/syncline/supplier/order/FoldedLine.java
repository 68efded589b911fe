package dev.syncline.supplier.order;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Collects a line of an order while its documents are folded. */
final class FoldedLine {
    LocalDate expectedOn;
    private final LineIdentity identity = new LineIdentity();
    private String description;
    private Status status;
    private BigDecimal ordered;
    private BigDecimal confirmed;
    private BigDecimal backOrdered;
    private BigDecimal cancelled;
    private String unit;
    private BigDecimal unitCost;
    /** Of the price; null where it was not said. */
    private String currency;

    private final ShippedQuantity shipped = new ShippedQuantity();
    private final Set<String> tracking = new LinkedHashSet<>();

    /** @param status the status of lines that no document names; null if there is none */
    FoldedLine(Status status) {
        this.status = status;
    }

    /** Returns its ids and item numbers. */
    LineIdentity identity() {
        return identity;
    }

    /** Returns the warning for the buyer that this line replaces another. */
    String replaces(FoldedLine ordered) {
        BigDecimal quantity = quantity();
        return "In place of " + ordered.identity.ordered()
                + " the supplier delivers "
                + (quantity == null ? "" : quantity.stripTrailingZeros().toPlainString() + " of ")
                + identity.article()
                + (description == null ? "" : ", " + DocumentValues.shown(description))
                + ". See whether the other article will do";
    }

    /** Returns whether some of it was promised as its own item. */
    boolean isPromised() {
        return isPromise(status) || confirmed != null && confirmed.signum() > 0;
    }

    /** Returns the quantity to be delivered; null if unknown. */
    BigDecimal quantity() {
        return ordered != null
                ? ordered
                : confirmed != null || backOrdered != null ? sum(confirmed, backOrdered) : shipped.quantity();
    }

    /** Cancels the quantity that another item replaces, and all of the line if the quantity is null. */
    void isReplacedBy(BigDecimal quantity) {
        if (isOff()) {
            return;
        }
        if (quantity == null) {
            stands(Status.CANCELLED);
            return;
        }
        cancelled = sum(cancelled, quantity);
        if (confirmed != null) {
            BigDecimal most = ordered == null ? confirmed : ordered.subtract(cancelled);
            confirmed = confirmed.min(most.max(BigDecimal.ZERO));
        }
        status = status == null ? Status.RECEIVED : status;
    }

    /** Returns the unit of its quantities so far; null if unknown. */
    String unit() {
        return unit;
    }

    /** Applies an answer, or the buyer's order, which states no status. */
    void answer(Line said, boolean isOrder) {
        describe(said);
        ordered = said.ordered() != null ? said.ordered() : ordered;
        expectedOn = said.expectedOn() != null ? said.expectedOn() : expectedOn;
        if (isOrder || said.status() == null && !saysQuantity(said)) {
            return;
        }
        status = said.status() != null ? said.status() : status;
        confirmed = said.confirmed();
        backOrdered = said.backOrdered();
        cancelled = said.cancelled();
        if (said.shipped() != null && said.cumulative()) {
            shipped.setTotal(said.shipped());
        }
    }

    /** Applies a further line of the same document for this line, such as a part with another date. */
    void answersMore(Line said) {
        describe(said);
        ordered = orderedTogether(said);
        confirmed = sum(confirmed, said.confirmed());
        backOrdered = sum(backOrdered, said.backOrdered());
        cancelled = sum(cancelled, said.cancelled());
        if (said.expectedOn() != null
                && (expectedOn == null || said.expectedOn().isAfter(expectedOn))) {
            expectedOn = said.expectedOn();
        }
        if (!isPromise(status) && isPromise(said.status())) {
            status = said.status();
        }
    }

    /**
     * Returns the quantity ordered by two lines of one document: their sum if each accounts for its own quantity, else
     * the greater of both.
     */
    private BigDecimal orderedTogether(Line said) {
        if (ordered == null || said.ordered() == null) {
            return ordered == null ? said.ordered() : ordered;
        }
        boolean isPart = isAccountedFor(ordered, confirmed, backOrdered, cancelled)
                && isAccountedFor(said.ordered(), said.confirmed(), said.backOrdered(), said.cancelled());
        return isPart ? ordered.add(said.ordered()) : ordered.max(said.ordered());
    }

    private static boolean isAccountedFor(
            BigDecimal ordered, BigDecimal confirmed, BigDecimal backOrdered, BigDecimal cancelled) {
        BigDecimal told = sum(sum(confirmed, backOrdered), cancelled);
        return told != null && told.compareTo(ordered) == 0;
    }

    private static boolean isPromise(Status status) {
        return status == Status.ACCEPTED || status == Status.CHANGED;
    }

    private static BigDecimal sum(BigDecimal one, BigDecimal other) {
        return one == null ? other : other == null ? one : one.add(other);
    }

    /** Applies a shipment; its id tells the document from other shipments of the order. */
    void ship(Line said, String shipment, SupplierOrder document) {
        describe(said);
        if (said.tracking().isEmpty()) {
            tracking.addAll(document.tracking());
        }
        ordered = said.ordered() != null ? said.ordered() : ordered;
        if (expectedOn == null) {
            expectedOn = said.expectedOn() != null ? said.expectedOn() : document.expectedOn();
        }
        if (said.backOrdered() != null) {
            backOrdered = said.backOrdered();
        }
        if (said.cancelled() != null) {
            cancelled = said.cancelled();
        }
        if (isShippedWhole(said)) {
            stands(Status.SHIPPED);
        } else if (said.shipped() == null) {
            status = said.status();
        } else if (said.cumulative()) {
            shipped.setTotal(said.shipped());
        } else {
            shipped.add(shipment, said.shipped());
        }
        if (said.shipped() != null && said.shipped().signum() == 0) {
            shipsNothingOf(said);
        }
    }

    /** Applies the status by which a ship notice explains that it ships nothing of the line. */
    private void shipsNothingOf(Line said) {
        boolean isTold = said.status() != null
                && (said.status() == Status.BACK_ORDERED || said.status().isOff());
        if (isTold && shipped.quantity().signum() == 0) {
            status = said.status();
            confirmed = null;
        }
    }

    /** Returns whether a ship notice names the line without a quantity, and without a status that explains that. */
    static boolean isShippedWhole(Line said) {
        return said.shipped() == null
                && said.status() != Status.BACK_ORDERED
                && said.status() != Status.CANCELLED
                && said.status() != Status.REJECTED;
    }

    void replace(Line said) {
        describe(said);
        status = said.status();
        ordered = said.ordered();
        confirmed = said.confirmed();
        backOrdered = said.backOrdered();
        cancelled = said.cancelled();
        expectedOn = said.expectedOn();
        if (said.shipped() != null) {
            shipped.setTotal(said.shipped());
        }
    }

    /** Applies a further line of the same snapshot for this line. */
    void replacesMore(Line said) {
        answersMore(said);
        if (said.shipped() != null) {
            shipped.addToTotal(said.shipped());
        }
    }

    /** Forgets the quantity of a shipment that is sent again, as the repetition may not have the line. */
    void forget(String shipment) {
        shipped.forget(shipment);
    }

    /** Sets the quantity of a shipment that was revoked to 0. */
    void shipsNothing(String shipment) {
        shipped.revoke(shipment);
    }

    /**
     * Takes back what a replaced document said of the line.
     *
     * @param shipment the shipment that the document was about; null for an answer
     */
    void takeBack(Line said, String shipment) {
        identity.add(said);
        if (shipment != null) {
            shipsNothing(shipment);
            return;
        }
        boolean isToldByOthers = status != null || confirmed != null;
        if (!isToldByOthers) {
            status = Status.RECEIVED;
            confirmed = BigDecimal.ZERO;
        }
    }

    /** Applies the status of the order as a whole. */
    void stands(Status whole) {
        status = whole;
        if (whole == Status.CANCELLED || whole == Status.REJECTED || whole == Status.ACCEPTED) {
            confirmed = null;
            backOrdered = null;
            cancelled = null;
        }
    }

    /** Returns whether nothing more will be delivered. */
    boolean isOff() {
        return status == Status.CANCELLED || status == Status.REJECTED;
    }

    private static boolean saysQuantity(Line said) {
        return said.confirmed() != null || said.backOrdered() != null || said.cancelled() != null;
    }

    private void describe(Line said) {
        identity.add(said);
        description = said.description() != null ? said.description() : description;
        unit = said.unit() != null ? said.unit() : unit;
        if (said.unitCost() != null) {
            unitCost = said.unitCost();
            currency = said.currency();
        }
        tracking.addAll(said.tracking());
    }

    /** @param ofOrder the order's currency */
    OrderState.Line state(String ofOrder) {
        return new OrderState.Line(
                identity.line(),
                identity.supplierLine(),
                identity.item(),
                identity.supplierItem(),
                identity.gtin(),
                description,
                status,
                ordered,
                confirmed,
                shipped.quantity(),
                backOrdered,
                cancelled,
                unit,
                unitCost,
                expectedOn,
                List.copyOf(tracking),
                identity.insteadOf(),
                Objects.equals(currency, ofOrder) ? null : currency);
    }
}
