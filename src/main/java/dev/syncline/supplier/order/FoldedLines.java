package dev.syncline.supplier.order;

import dev.syncline.document.LineIds;
import dev.syncline.document.LineNames;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnitCodes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Holds the lines of an order while its documents are folded, and finds or creates the line that a document means. */
final class FoldedLines {
    private final Set<String> warnings;
    private final List<FoldedLine> lines = new ArrayList<>();
    /** The lines that the current document has named so far. */
    private final Set<FoldedLine> named = new HashSet<>();
    /** The status of lines that no document has named; null if unknown. */
    private Status others;

    private boolean hasSubstitutes;

    /** @param warnings receives warnings for the buyer */
    FoldedLines(Set<String> warnings) {
        this.warnings = warnings;
    }

    /** Begins another document. */
    void beginDocument() {
        named.clear();
    }

    Status others() {
        return others;
    }

    /** Sets the status of lines that are not known yet. */
    void setOthers(Status status) {
        others = status;
    }

    void forEach(Consumer<FoldedLine> action) {
        lines.forEach(action);
    }

    /**
     * Marks the line as named by the current document.
     *
     * @return false if it was named before
     */
    boolean name(FoldedLine line) {
        return named.add(line);
    }

    /** Cancels the replacements of lines whose ordered article is promised again. */
    void cancelSubstitutesOf(Set<String> promised) {
        lines.stream()
                .filter(line -> line.identity().isSubstitute()
                        && !named.contains(line)
                        && promised.contains(line.identity().insteadOf()))
                .forEach(line -> line.stands(Status.CANCELLED));
    }

    /** Removes all lines, and warns of those whose unit differs from the earlier one. */
    void clear(List<Line> now) {
        List<FoldedLine> before =
                lines.stream().filter(line -> line.unit() != null).toList();
        Set<String> units = before.stream().map(FoldedLine::unit).collect(Collectors.toSet());
        lines.clear();
        others = null;
        for (Line line : now) {
            if (units.stream().anyMatch(unit -> !UnitCodes.isSame(unit, line.unit()))) {
                LineIds ids = LineIdentity.ids(line);
                before.stream()
                        .filter(was -> was.identity().isNamedBy(line, ids))
                        .findFirst()
                        .ifPresent(was -> warnOfUnits(was, line));
            }
        }
    }

    /**
     * Returns the line that the document means; a new one if no document has named it. Two lines of a document with the
     * same item and without line ids are two lines of the order, unless the order is known to have one.
     */
    FoldedLine find(Line said) {
        FoldedLine line = named(said);
        warnOfUnits(line, said);
        return line;
    }

    private void warnOfUnits(FoldedLine line, Line said) {
        if (!UnitCodes.isSame(line.unit(), said.unit())) {
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

    /** Returns the line that the item replaces, if the document says so and the line has another item; else null. */
    private String insteadOf(Line said, LineIds ids) {
        boolean isOwn = said.line() != null
                && lines.stream()
                        .noneMatch(line -> line.identity().hasId()
                                && !line.identity().isSubstitute()
                                && line.identity().isOtherItemOf(ids));
        return said.insteadOf() == null || isOwn ? null : LineIds.plain(said.insteadOf());
    }

    /** Returns whether the line replaces all of another: then statements about the other apply to it. */
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

    /** Finds an ordered line in one pass, as an order may have ten thousand lines. */
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

    /** Cancels as many of each ordered line as its replacements deliver. */
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
