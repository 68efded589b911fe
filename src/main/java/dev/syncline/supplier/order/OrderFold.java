package dev.syncline.supplier.order;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.LineIds;
import dev.syncline.document.LineNames;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Folds an order from all its documents: of two statements about one thing, the last one counts. The order is folded
 * anew each time, so that the sequence and the number of times in which documents arrive do not matter.
 */
public final class OrderFold {
    private String orderNumber;
    private String supplierNumber;
    private Status status;
    private boolean allShipped;
    private boolean isWhole;
    private String currency;
    private LocalDate expectedOn;
    private final Set<String> tracking = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final FoldedLines lines = new FoldedLines(warnings);
    /** The lines of ship notices by number, to detect a different one of the same number. */
    private final Map<String, List<Line>> notices = new HashMap<>();
    /** The number in the hub of the document by which the buyer cancelled the order; null if it did not. */
    private Long cancelledBy;

    private boolean isAnswered;
    /** The supplier's last snapshot of the order; null if there was none. */
    private OrderStatement snapshot;

    private OrderFold() {}

    public static OrderState of(Collection<OrderStatement> documents) {
        OrderFold fold = new OrderFold();
        List<OrderStatement> inOrder =
                documents.stream().sorted(OrderStatement.IN_ORDER).toList();
        Replacements replacements = Replacements.among(inOrder);
        for (OrderStatement said : inOrder) {
            if (!replacements.isReplaced(said)) {
                replacements.replacedBy(said).forEach(fold::takeBack);
                fold.add(said);
            }
        }
        return fold.state();
    }

    /** Takes back what a replaced document said and its replacement does not say. */
    private void takeBack(OrderStatement said) {
        SupplierOrder order = said.order();
        for (Line line : order.lines()) {
            if (line.insteadOf() == null) {
                lines.find(line).takeBack(line, order.kind() == Kind.SHIPMENT ? said.shipment() : null);
            }
        }
        if (order.wholeOrder()) {
            if (order.kind() == Kind.SHIPMENT) {
                lines.forEach(line -> line.shipsNothing(said.shipment()));
            }
            warnings.add(
                    "The supplier took back" + numbered(order) + ", which was of the whole order. Lines that no other"
                            + " document names stay as they are: look at them with the supplier");
        }
    }

    private void add(OrderStatement said) {
        SupplierOrder order = said.order();
        orderNumber = Objects.requireNonNullElse(order.orderNumber(), orderNumber == null ? "" : orderNumber);
        orderNumber = orderNumber.isEmpty() ? null : orderNumber;
        supplierNumber = order.supplierOrderNumber() != null ? order.supplierOrderNumber() : supplierNumber;
        currency = order.currency() != null ? order.currency() : currency;
        tracking.addAll(order.tracking());
        warnings.addAll(said.warnings());
        lines.beginDocument();
        isAnswered |= !order.isBuyers();
        if (cancelledBy != null && isReinstated(said)) {
            cancelledBy = null;
            status = null;
            lines.setOthers(null);
            lines.forEach(line -> line.stands(null));
        } else if (cancelledBy != null && isOfSupplier(order)) {
            stayCancelled(order);
            return;
        }
        switch (order.kind()) {
            case ORDER, CONFIRMATION, CHANGE, STATUS -> answer(order);
            case SHIPMENT -> ship(said);
            case CANCELLATION -> cancel(said);
            case SNAPSHOT -> replace(said);
        }
    }

    /** Returns whether the buyer takes back its cancellation: by a later order of the number, or a change of it. */
    private boolean isReinstated(OrderStatement said) {
        SupplierOrder order = said.order();
        boolean isBuyers = order.kind() == Kind.ORDER || order.kind() == Kind.CHANGE && order.side() != null;
        return isBuyers && said.document() > cancelledBy;
    }

    private static boolean isOfSupplier(SupplierOrder order) {
        return order.side() == null
                && (order.kind() == Kind.CONFIRMATION || order.kind() == Kind.CHANGE || order.kind() == Kind.STATUS);
    }

    /**
     * Warns of a supplier's promise for an order that its buyer cancelled; whenever it was made, the order stays
     * cancelled.
     */
    private void stayCancelled(SupplierOrder order) {
        boolean isPromise = isPromise(order.status())
                || order.lines().stream().anyMatch(line -> isPromise(line.status()) || isSome(line.confirmed()));
        if (isPromise) {
            warnings.add("The buyer cancelled this order, and the supplier's answer" + numbered(order)
                    + " promises goods all the same. The order stays cancelled: make sure that the supplier has the"
                    + " cancellation");
        }
    }

    private static boolean isPromise(Status status) {
        return status != null && status.isPromise();
    }

    private static boolean isSome(BigDecimal quantity) {
        return quantity != null && quantity.signum() > 0;
    }

    private static String numbered(SupplierOrder order) {
        return order.number() == null ? "" : " " + DocumentValues.shown(order.number());
    }

    private void answer(SupplierOrder order) {
        if (order.status() != null) {
            status = order.status();
        }
        if (order.expectedOn() != null) {
            expectedOn = order.expectedOn();
            lines.forEach(line -> line.expectedOn = order.expectedOn());
        }
        if (order.wholeOrder() && order.status() != null) {
            // Accepted with exceptions, which are named; all other lines are accepted.
            Status others = order.status() == Status.CHANGED ? Status.ACCEPTED : order.status();
            lines.setOthers(others);
            lines.forEach(line -> line.stands(others));
        }
        if (order.wholeOrder()) {
            warnings.addAll(Contradictions.within(order));
        }
        Set<String> promised = new HashSet<>();
        for (Line said : order.pricedLines()) {
            FoldedLine line = lines.find(said);
            if (said.line() != null
                    && !line.identity().isSubstitute()
                    && (isPromise(said.status()) || isSome(said.confirmed()))) {
                promised.add(LineIds.plain(said.line()));
            }
            if (lines.name(line)) {
                line.answer(said, order.kind() == Kind.ORDER);
            } else {
                line.answersMore(said);
            }
            if (order.status() == null && said.status() != null && status != null && status.isOff() && !line.isOff()) {
                status = Status.CHANGED; // A line is promised again, so the order is no longer cancelled.
            }
        }
        lines.cancelSubstitutesOf(promised);
        isWhole |= order.kind() == Kind.ORDER && !order.lines().isEmpty();
    }

    private void ship(OrderStatement said) {
        SupplierOrder order = said.order();
        lines.forEach(line -> line.forget(said.shipment()));
        List<Line> before = notices.put(said.shipment(), order.lines());
        if (before != null && !before.equals(order.lines())) {
            warnings.add(
                    "Ship notice" + numbered(order) + " came twice and tells of other goods the second time. The later"
                            + " one counts in place of the earlier one: ask the supplier whether both were shipped");
        }
        if (cancelledBy != null
                && (order.wholeOrder() || order.lines().stream().anyMatch(line -> isSome(line.shipped())))) {
            warnings.add("The buyer cancelled this order, and the supplier ships it all the same (ship notice"
                    + numbered(order) + "). Settle with the supplier whether the goods are to be taken");
        }
        if (order.lines().isEmpty() && order.expectedOn() != null) {
            expectedOn = order.expectedOn();
        }
        if (order.wholeOrder()) {
            allShipped = true;
            lines.forEach(line -> {
                if (!line.isOff()) {
                    line.stands(Status.SHIPPED);
                }
            });
        }
        if (before == null && !order.replaces() && shipsNothing(order)) {
            warnings.add("Ship notice" + numbered(order)
                    + " ships nothing: all its quantities are 0. Ask the supplier what was shipped");
        }
        for (Line line : order.pricedLines()) {
            if (FoldedLine.isShippedWhole(line)) {
                warnings.add("Ship notice" + numbered(order) + " has no quantity of "
                        + LineNames.of(line.line(), line.item(), line.supplierItem())
                        + ", so all of it counts as shipped. Ask the supplier how much was");
            }
            FoldedLine known = lines.find(line);
            lines.name(known);
            known.ship(line, said.shipment(), order);
        }
    }

    /** Returns whether a ship notice ships nothing, and no line says that it is delivered later. */
    private static boolean shipsNothing(SupplierOrder order) {
        return !order.lines().isEmpty()
                && order.lines().stream()
                        .allMatch(line ->
                                line.shipped() != null && line.shipped().signum() == 0 && !isSome(line.backOrdered()));
    }

    private void cancel(OrderStatement said) {
        SupplierOrder order = said.order();
        if (order.wholeOrder()) {
            cancelledBy = order.side() == null ? cancelledBy : (Long) said.document();
            status = Status.CANCELLED;
            lines.setOthers(Status.CANCELLED);
            lines.forEach(line -> line.stands(Status.CANCELLED));
        }
        for (Line line : order.pricedLines()) {
            FoldedLine known = lines.find(line);
            lines.name(known);
            known.answer(line, false);
            if (line.status() == null) {
                known.stands(Status.CANCELLED);
            }
        }
    }

    private void replace(OrderStatement said) {
        SupplierOrder order = said.order();
        warnings.addAll(Contradictions.within(order));
        warnings.addAll(Contradictions.between(snapshot, said));
        snapshot = said;
        lines.clear(order.lines());
        allShipped = false;
        isWhole = true;
        status = order.status();
        expectedOn = order.expectedOn();
        for (Line line : order.pricedLines()) {
            FoldedLine known = lines.find(line);
            if (lines.name(known)) {
                known.replace(line);
            } else {
                known.replacesMore(line);
            }
        }
    }

    private OrderState state() {
        lines.closeReplaced();
        return new OrderState(
                orderNumber,
                supplierNumber,
                status,
                lines.others(),
                allShipped,
                isWhole,
                currency,
                expectedOn,
                List.copyOf(tracking),
                lines.state(currency),
                List.copyOf(warnings),
                !isAnswered);
    }
}
