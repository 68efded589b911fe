package dev.syncline.supplier;

import dev.syncline.supplier.SupplierOrder.Kind;
import dev.syncline.supplier.SupplierOrder.Line;
import dev.syncline.supplier.SupplierOrder.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes an order out of all that its documents say, the last word on everything winning. It is made anew from all of
 * them each time, so that it does not matter in which order they come, or how often.
 */
final class Fold {
    private String orderNumber;
    private String supplierNumber;
    private Status status;
    private Status others;
    private boolean allShipped;
    private boolean isWhole;
    private String currency;
    private LocalDate expectedOn;
    private final Set<String> tracking = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final List<FoldedLine> lines = new ArrayList<>();
    /** Lines of ship notices by number, to tell one that is sent again from another one of the same number. */
    private final Map<String, List<Line>> notices = new HashMap<>();
    /** Number in the hub of the document by which the buyer cancelled the order; null while it did not. */
    private Long cancelledBy;

    private boolean isAnswered;
    private boolean hasSubstitutes;
    /** Lines that the document in hand has named so far. */
    private final Set<FoldedLine> named = new HashSet<>();

    private Fold() {}

    static OrderState of(Collection<Said> documents) {
        Fold fold = new Fold();
        documents.stream().sorted(Said.IN_ORDER).forEach(fold::add);
        return fold.state();
    }

    private void add(Said said) {
        SupplierOrder order = said.order();
        orderNumber = Objects.requireNonNullElse(order.orderNumber(), orderNumber == null ? "" : orderNumber);
        orderNumber = orderNumber.isEmpty() ? null : orderNumber;
        supplierNumber = order.supplierOrderNumber() != null ? order.supplierOrderNumber() : supplierNumber;
        currency = order.currency() != null ? order.currency() : currency;
        tracking.addAll(order.tracking());
        warnings.addAll(said.warnings());
        named.clear();
        isAnswered |= !order.isBuyers();
        if (cancelledBy != null && isReinstated(said)) {
            cancelledBy = null;
            status = null;
            others = null;
            lines.forEach(line -> line.stands(null));
        } else if (cancelledBy != null && isOfSupplier(order)) {
            stayCancelled(order);
            return;
        }
        switch (order.kind()) {
            case ORDER, CONFIRMATION, CHANGE, STATUS -> answer(order);
            case SHIPMENT -> ship(said);
            case CANCELLATION -> cancel(said);
            case SNAPSHOT -> replace(order);
        }
    }

    /** The buyer alone takes its cancellation back: by an order of the number, or a change of it, that came later. */
    private boolean isReinstated(Said said) {
        SupplierOrder order = said.order();
        boolean isBuyers = order.kind() == Kind.ORDER || order.kind() == Kind.CHANGE && order.side() != null;
        return isBuyers && said.document() > cancelledBy;
    }

    private static boolean isOfSupplier(SupplierOrder order) {
        return order.side() == null
                && (order.kind() == Kind.CONFIRMATION || order.kind() == Kind.CHANGE || order.kind() == Kind.STATUS);
    }

    /** What the supplier says of an order that its buyer cancelled, whenever it said so, brings nothing back. */
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
        return status == Status.ACCEPTED
                || status == Status.CHANGED
                || status == Status.BACK_ORDERED
                || status == Status.SHIPPED;
    }

    private static boolean isSome(BigDecimal quantity) {
        return quantity != null && quantity.signum() > 0;
    }

    private static String numbered(SupplierOrder order) {
        return order.number() == null ? "" : " " + Values.shown(order.number());
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
            // Accepted with exceptions: those are named, and what is not is accepted.
            others = order.status() == Status.CHANGED ? Status.ACCEPTED : order.status();
            lines.forEach(line -> line.stands(others));
        }
        Set<String> promised = new HashSet<>();
        for (Line said : order.lines()) {
            FoldedLine line = find(said);
            if (said.line() != null && !line.isSubstitute() && (isPromise(said.status()) || isSome(said.confirmed()))) {
                promised.add(LineIds.plain(said.line()));
            }
            if (named.add(line)) {
                line.answer(said, order.kind() == Kind.ORDER);
            } else {
                line.answersMore(said);
            }
            if (order.status() == null && said.status() != null && isOff(status) && !line.isOff()) {
                status = Status.CHANGED; // a line is back, so the order is
            }
        }
        // The supplier goes back to the ordered article: the other one comes no more.
        lines.stream()
                .filter(line -> line.isSubstitute() && !named.contains(line) && promised.contains(line.insteadOf()))
                .forEach(line -> line.stands(Status.CANCELLED));
        isWhole |= order.kind() == Kind.ORDER && !order.lines().isEmpty();
    }

    private static boolean isOff(Status status) {
        return status == Status.CANCELLED || status == Status.REJECTED;
    }

    private void ship(Said said) {
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
            lines.stream().filter(line -> !line.isOff()).forEach(line -> line.stands(Status.SHIPPED));
        }
        for (Line line : order.lines()) {
            FoldedLine known = find(line);
            named.add(known);
            known.ship(line, said.shipment(), order);
        }
    }

    private void cancel(Said said) {
        SupplierOrder order = said.order();
        if (order.wholeOrder()) {
            cancelledBy = order.side() == null ? cancelledBy : (Long) said.document();
            status = Status.CANCELLED;
            others = Status.CANCELLED;
            lines.forEach(line -> line.stands(Status.CANCELLED));
        }
        for (Line line : order.lines()) {
            FoldedLine known = find(line);
            named.add(known);
            known.answer(line, false);
            if (line.status() == null) {
                known.stands(Status.CANCELLED);
            }
        }
    }

    private void replace(SupplierOrder order) {
        List<FoldedLine> before =
                lines.stream().filter(line -> line.unit() != null).toList();
        Set<String> units = before.stream().map(FoldedLine::unit).collect(Collectors.toSet());
        lines.clear();
        others = null;
        allShipped = false;
        isWhole = true;
        status = order.status();
        expectedOn = order.expectedOn();
        for (Line line : order.lines()) {
            if (units.stream().anyMatch(unit -> !Units.isSame(unit, line.unit()))) {
                LineIds ids = FoldedLine.ids(line);
                before.stream()
                        .filter(was -> was.isNamedBy(line, ids))
                        .findFirst()
                        .ifPresent(was -> warnOfUnits(was, line));
            }
            FoldedLine known = find(line);
            if (named.add(known)) {
                known.replace(line);
            } else {
                known.replacesMore(line);
            }
        }
    }

    /**
     * The line that the document means, a new one where no document named it before. Two lines of a document that say
     * their item alone are two of the order's, unless it is known to have but one.
     */
    private FoldedLine find(Line said) {
        FoldedLine line = named(said);
        warnOfUnits(line, said);
        return line;
    }

    private void warnOfUnits(FoldedLine line, Line said) {
        if (!Units.isSame(line.unit(), said.unit())) {
            warnings.add("The supplier tells of " + LineNames.of(said.line(), said.item(), said.supplierItem()) + " in "
                    + line.unit() + " and in " + said.unit()
                    + ". The numbers are taken as they are: check the quantities with the supplier");
        }
    }

    private FoldedLine named(Line said) {
        LineIds ids = FoldedLine.ids(said);
        if (said.insteadOf() == null && !hasSubstitutes) {
            return ordered(said, ids);
        }
        String insteadOf = insteadOf(said, ids);
        boolean hasItem = said.item() != null || said.supplierItem() != null || said.gtin() != null;
        return first(line -> line.isSubstitute() && line.isSubstituteNamedBy(said, ids))
                .or(() -> hasItem || said.line() == null ? Optional.empty() : first(line -> isAllOf(line, ids.line())))
                .or(() -> insteadOf == null ? Optional.empty() : Optional.of(substitute(insteadOf)))
                .orElseGet(() -> ordered(said, ids));
    }

    /** The line that the item comes in place of: it says so, and the line is of another item; else null. */
    private String insteadOf(Line said, LineIds ids) {
        boolean isOwn = said.line() != null
                && lines.stream().noneMatch(line -> line.hasId() && !line.isSubstitute() && line.isOtherItemOf(ids));
        return said.insteadOf() == null || isOwn ? null : LineIds.plain(said.insteadOf());
    }

    /** Whether the line comes in place of all of the other: then what is said of that one is of this. */
    private boolean isAllOf(FoldedLine line, String ordered) {
        return line.isSubstitute()
                && !line.isOff()
                && line.insteadOf().equals(ordered)
                && lines.stream()
                        .noneMatch(other -> !other.isSubstitute() && other.hasId(ordered) && other.isPromised());
    }

    private FoldedLine substitute(String insteadOf) {
        if (lines.stream().noneMatch(line -> !line.isSubstitute() && line.hasId(insteadOf))) {
            FoldedLine ordered = new FoldedLine(others);
            ordered.setId(insteadOf);
            lines.add(ordered);
        }
        FoldedLine line = new FoldedLine(null);
        line.setInsteadOf(insteadOf);
        hasSubstitutes = true;
        lines.add(line);
        return line;
    }

    private FoldedLine ordered(Line said, LineIds ids) {
        return first(line -> !line.isSubstitute() && line.isNamedById(ids))
                .or(() -> first(line -> !line.isSubstitute() && !named.contains(line) && line.isNamedBy(said, ids)))
                .or(() -> first(line -> !line.isSubstitute() && line.hasId() && line.isNamedBy(said, ids)))
                .orElseGet(() -> {
                    FoldedLine line = new FoldedLine(others);
                    lines.add(line);
                    return line;
                });
    }

    private Optional<FoldedLine> first(Predicate<FoldedLine> wanted) {
        return lines.stream().filter(wanted).findFirst();
    }

    /** Ordered lines are closed by what comes in their place. */
    private void closeReplaced() {
        if (!hasSubstitutes) {
            return;
        }
        for (FoldedLine line : lines) {
            List<FoldedLine> instead = lines.stream()
                    .filter(other -> other.isSubstitute() && !other.isOff() && line.hasId(other.insteadOf()))
                    .toList();
            if (!line.isSubstitute() && !instead.isEmpty()) {
                instead.forEach(other -> warnings.add(other.replaces(line)));
                line.isReplacedBy(instead.stream().map(FoldedLine::quantity).reduce(BigDecimal.ZERO, Fold::sum));
            }
        }
    }

    private static BigDecimal sum(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? null : one.add(other);
    }

    private OrderState state() {
        closeReplaced();
        return new OrderState(
                orderNumber,
                supplierNumber,
                status,
                others,
                allShipped,
                isWhole,
                currency,
                expectedOn,
                List.copyOf(tracking),
                lines.stream().map(FoldedLine::state).toList(),
                List.copyOf(warnings),
                !isAnswered);
    }
}
