package dev.syncline.supplier.order;

import dev.syncline.document.LineIds;
import dev.syncline.document.LineNames;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The lines of an order while its documents are gone through: finds the one that a document means, or makes it. */
final class FoldedLines {
    private final Set<String> warnings;
    private final List<FoldedLine> lines = new ArrayList<>();
    /** Those that the document in hand has named so far. */
    private final Set<FoldedLine> named = new HashSet<>();
    /** How lines stand that no document named; null where nothing was said of them. */
    private Status others;

    private boolean hasSubstitutes;

    /** @param warnings is told of what a buyer should look at */
    FoldedLines(Set<String> warnings) {
        this.warnings = warnings;
    }

    /** Another document begins. */
    void beginDocument() {
        named.clear();
    }

    Status others() {
        return others;
    }

    /** How lines stand that are not known yet. */
    void setOthers(Status status) {
        others = status;
    }

    void forEach(Consumer<FoldedLine> action) {
        lines.forEach(action);
    }

    /** Notes that the document in hand names the line; false where it did so before. */
    boolean name(FoldedLine line) {
        return named.add(line);
    }

    /** The supplier goes back to the ordered article of these lines: the other one comes no more. */
    void cancelSubstitutesOf(Set<String> promised) {
        lines.stream()
                .filter(line -> line.identity().isSubstitute()
                        && !named.contains(line)
                        && promised.contains(line.identity().insteadOf()))
                .forEach(line -> line.stands(Status.CANCELLED));
    }

    /** Forgets all lines, and tells of those that are in another unit now. */
    void clear(List<Line> now) {
        List<FoldedLine> before =
                lines.stream().filter(line -> line.unit() != null).toList();
        Set<String> units = before.stream().map(FoldedLine::unit).collect(Collectors.toSet());
        lines.clear();
        others = null;
        for (Line line : now) {
            if (units.stream().anyMatch(unit -> !Units.isSame(unit, line.unit()))) {
                LineIds ids = LineIdentity.ids(line);
                before.stream()
                        .filter(was -> was.identity().isNamedBy(line, ids))
                        .findFirst()
                        .ifPresent(was -> warnOfUnits(was, line));
            }
        }
    }

    /**
     * The line that the document means, a new one where no document named it before. Two lines of a document that say
     * their item alone are two of the order's, unless it is known to have but one.
     */
    FoldedLine find(Line said) {
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
        LineIds ids = LineIdentity.ids(said);
        if (said.insteadOf() == null && !hasSubstitutes) {
            return ordered(said, ids);
        }
        String insteadOf = insteadOf(said, ids);
        boolean hasItem = said.item() != null || said.supplierItem() != null || said.gtin() != null;
        return first(line -> line.identity().isSubstitute() && line.identity().isSubstituteNamedBy(said, ids))
                .or(() -> hasItem || said.line() == null ? Optional.empty() : first(line -> isAllOf(line, ids.line())))
                .or(() -> insteadOf == null ? Optional.empty() : Optional.of(substitute(insteadOf)))
                .orElseGet(() -> ordered(said, ids));
    }

    /** The line that the item comes in place of: it says so, and the line is of another item; else null. */
    private String insteadOf(Line said, LineIds ids) {
        boolean isOwn = said.line() != null
                && lines.stream()
                        .noneMatch(line -> line.identity().hasId()
                                && !line.identity().isSubstitute()
                                && line.identity().isOtherItemOf(ids));
        return said.insteadOf() == null || isOwn ? null : LineIds.plain(said.insteadOf());
    }

    /** Whether the line comes in place of all of the other: then what is said of that one is of this. */
    private boolean isAllOf(FoldedLine line, String ordered) {
        return line.identity().isSubstitute()
                && !line.isOff()
                && line.identity().insteadOf().equals(ordered)
                && lines.stream()
                        .noneMatch(other -> !other.identity().isSubstitute()
                                && other.identity().hasId(ordered)
                                && other.isPromised());
    }

    private FoldedLine substitute(String insteadOf) {
        if (lines.stream()
                .noneMatch(line ->
                        !line.identity().isSubstitute() && line.identity().hasId(insteadOf))) {
            FoldedLine ordered = new FoldedLine(others);
            ordered.identity().setLine(insteadOf);
            add(ordered);
        }
        FoldedLine line = new FoldedLine(null);
        line.identity().setInsteadOf(insteadOf);
        hasSubstitutes = true;
        return add(line);
    }

    /** In one pass: an order may have ten thousand lines. */
    private FoldedLine ordered(Line said, LineIds ids) {
        FoldedLine free = null;
        FoldedLine known = null;
        for (FoldedLine line : lines) {
            LineIdentity identity = line.identity();
            if (identity.isSubstitute()) {
                continue;
            }
            if (identity.isNamedById(ids)) {
                return line;
            }
            if (free == null && identity.isNamedBy(said, ids)) {
                free = named.contains(line) ? null : line;
                known = known == null && identity.hasId() ? line : known;
            }
        }
        return free != null ? free : known != null ? known : add(new FoldedLine(others));
    }

    private FoldedLine add(FoldedLine line) {
        lines.add(line);
        return line;
    }

    private Optional<FoldedLine> first(Predicate<FoldedLine> wanted) {
        return lines.stream().filter(wanted).findFirst();
    }

    /** Ordered lines are closed by what comes in their place. */
    void closeReplaced() {
        if (!hasSubstitutes) {
            return;
        }
        for (FoldedLine line : lines) {
            List<FoldedLine> instead = lines.stream()
                    .filter(other -> other.identity().isSubstitute()
                            && !other.isOff()
                            && line.identity().hasId(other.identity().insteadOf()))
                    .toList();
            if (!line.identity().isSubstitute() && !instead.isEmpty()) {
                instead.forEach(other -> warnings.add(other.replaces(line)));
                line.isReplacedBy(instead.stream().map(FoldedLine::quantity).reduce(BigDecimal.ZERO, FoldedLines::sum));
            }
        }
    }

    private static BigDecimal sum(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? null : one.add(other);
    }

    /** @param currency of the order */
    List<OrderState.Line> state(String currency) {
        return lines.stream().map(line -> line.state(currency)).toList();
    }
}
