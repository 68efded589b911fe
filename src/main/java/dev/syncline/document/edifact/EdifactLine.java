package dev.syncline.document.edifact;

import dev.syncline.document.UnitCodes;
import dev.syncline.document.edi.EdiValues;
import dev.syncline.document.edi.LineDraft;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects a line item: LIN and the segments behind it, of any message. */
final class EdifactLine {
    private static final Set<String> BUYERS = Set.of("IN", "BP");
    private static final Set<String> SUPPLIERS = Set.of("SA", "VN", "VP");
    private static final Set<String> GTINS = Set.of("SRV", "EN", "UP", "IB", "EAN");
    private static final List<String> NET_PRICES = List.of("AAA", "INV", "CAL");
    /** QVR, data element 4221: the missing quantity is delivered later, or is not. */
    private static final String TO_FOLLOW = "BP";

    private static final String COMPLETE = "CP";

    /** Data element 5495. */
    private static final String SUB_LINE = "1";

    /** ISO 639. */
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}");

    /** The length of a component of data element 7008. */
    private static final int HALF = 35;

    record Dated(String qualifier, LocalDate date) {}

    final LineDraft draft = new LineDraft();
    final List<Dated> dates = new ArrayList<>();
    final List<Segment> references = new ArrayList<>();
    final Segment lin;
    private final EdifactContext context;
    private final Map<String, BigDecimal> quantities = new HashMap<>();
    private final Map<String, BigDecimal> scheduled = new HashMap<>();
    private boolean inSchedule;
    private int priceRank = Integer.MAX_VALUE;
    private boolean isPriceOfLine = true;
    private BigDecimal first;
    private BigDecimal variance;
    private LineDraft substitutedBy;
    private LineDraft substitutedFor;

    EdifactLine(Segment lin, EdifactContext context) {
        this.lin = lin;
        this.context = context;
        draft.line = lin.get(1);
        item(draft, lin, 3);
    }

    void take(Segment segment) throws UnreadableMessage {
        switch (segment.tag()) {
            case "PIA" -> items(segment);
            case "IMD" -> description(segment);
            case "QTY" -> quantity(segment);
            case "QVR" -> variance(segment);
            case "DTM" -> dates.add(new Dated(segment.get(1), context.date(segment)));
            case "PRI" -> price(segment);
            case "CUX" -> currency(segment);
            case "RFF" -> references.add(segment);
            case "SCC" -> inSchedule = true;
            default -> {
                // Texts, packaging, taxes and charges are not part of the order's state
            }
        }
    }

    /**
     * Reads item numbers. By 4347 they are the line's own, or those of an article that replaces it or that it replaces.
     */
    private void items(Segment pia) {
        LineDraft of = draft;
        if (pia.has(1, EdifactCodes.SUBSTITUTED_BY)) {
            of = substitutedBy = substitutedBy == null ? new LineDraft() : substitutedBy;
        } else if (pia.has(1, EdifactCodes.SUBSTITUTED_FOR)) {
            of = substitutedFor = substitutedFor == null ? new LineDraft() : substitutedFor;
        } else if (pia.has(1, EdifactCodes.POTENTIAL_SUBSTITUTION)) {
            return;
        }
        for (int i = 2; i <= pia.size(); i++) {
            item(of, pia, i);
        }
    }

    /** Returns the line of the article that replaces the ordered one; null if the ordered one is delivered. */
    LineDraft substitute() {
        if (substitutedBy != null) {
            return substitutedBy.isOtherItem(draft) ? substitutedBy : null;
        }
        return substitutedFor != null && substitutedFor.isOtherItem(draft) ? ownItem() : null;
    }

    /** Reads the line's own numbers as those of the replacement: the ordered article is that of PIA. */
    private LineDraft ownItem() {
        LineDraft own = new LineDraft();
        own.item = draft.item;
        own.supplierItem = draft.supplierItem;
        own.gtin = draft.gtin;
        own.description = draft.description;
        draft.item = substitutedFor.item;
        draft.supplierItem = substitutedFor.supplierItem;
        draft.gtin = substitutedFor.gtin;
        draft.description = null;
        return own;
    }

    private static void item(LineDraft draft, Segment segment, int element) {
        String number = segment.get(element, 1);
        String type = String.valueOf(segment.get(element, 2));
        if (BUYERS.contains(type) && draft.item == null) {
            draft.item = number;
        } else if (SUPPLIERS.contains(type) && draft.supplierItem == null) {
            draft.supplierItem = number;
        } else if (GTINS.contains(type) && draft.gtin == null) {
            draft.gtin = number;
        }
    }

    private void description(Segment imd) {
        String language = imd.get(3, 6);
        if (language != null && !LANGUAGE.matcher(language).matches() || imd.get(3, 7) != null) {
            context.warnings()
                    .add(
                            imd.raw(),
                            3,
                            "The description has more components than it may: a release character is missing");
        }
        if (draft.description == null && imd.get(3, 4) != null) {
            draft.description = text(imd);
        }
    }

    /** Returns a text of two components: if the first is full, it continues in the second. */
    private static String text(Segment imd) {
        if (imd.get(3, 5) == null) {
            return imd.get(3, 4);
        }
        boolean full = imd.elements().get(2).get(3).length() == HALF;
        return full
                ? imd.elements().get(2).get(3) + imd.elements().get(2).get(4).stripTrailing()
                : imd.get(3, 4) + " " + imd.get(3, 5);
    }

    private void quantity(Segment qty) throws UnreadableMessage {
        BigDecimal quantity = EdiValues.quantity(qty, 1, 2);
        String qualifier = qty.get(1);
        if (quantity == null || qualifier == null) {
            return;
        }
        if (inSchedule) {
            scheduled.merge(qualifier, quantity, BigDecimal::add);
        } else {
            BigDecimal before = quantities.putIfAbsent(qualifier, quantity);
            if (before != null && before.compareTo(quantity) != 0) {
                context.warnings()
                        .add(
                                qty.raw(),
                                1,
                                "Line " + draft.line + " tells quantity " + qualifier + " twice, "
                                        + before.toPlainString() + " and " + quantity.toPlainString()
                                        + "; the first one counts. Ask the supplier which is right");
            }
        }
        first = first == null ? quantity : first;
        if (draft.unit == null) {
            draft.unit = qty.get(1, 3);
        } else if (!UnitCodes.isSame(draft.unit, qty.get(1, 3))) {
            context.warnings()
                    .add(
                            qty.raw(),
                            1,
                            "Line " + draft.line + " has quantities in " + draft.unit + " and in " + qty.get(1, 3)
                                    + ". The numbers are taken as they are: check the quantities with the supplier");
        }
    }

    private void variance(Segment qvr) throws UnreadableMessage {
        BigDecimal difference = EdiValues.difference(qvr, 1, 1);
        if (difference == null) {
            return;
        }
        variance = difference.abs();
        if (qvr.has(2, TO_FOLLOW)) {
            draft.backOrdered = variance;
        } else if (qvr.has(2, COMPLETE)) {
            draft.cancelled = variance;
        }
    }

    /** Returns the ordered quantity less the variance of QVR; null without one. */
    BigDecimal lessVariance(BigDecimal ordered) {
        return ordered == null || variance == null
                ? null
                : ordered.subtract(variance).max(BigDecimal.ZERO);
    }

    /** Reads a price if it is a net price; 5284 is the number of units that it is for. */
    private void price(Segment pri) throws UnreadableMessage {
        int rank = NET_PRICES.indexOf(String.valueOf(pri.get(1)));
        BigDecimal price = EdiValues.price(pri, 1, 2, context.warnings());
        isPriceOfLine = rank >= 0 && price != null && rank < priceRank;
        if (!isPriceOfLine) {
            return;
        }
        draft.currency = priceRank == Integer.MAX_VALUE ? draft.currency : null;
        priceRank = rank;
        BigDecimal units = EdiValues.amount(pri, 1, 5, context.warnings());
        if (units != null && units.signum() <= 0) {
            context.warnings()
                    .add(
                            pri.raw(),
                            1,
                            "The price is for " + units.toPlainString() + " units, so it is not known what one costs");
            draft.unitCost = null;
            return;
        }
        String unit = pri.get(1, 6);
        if (!UnitCodes.isSame(draft.unit, unit)) {
            context.warnings()
                    .add(
                            pri.raw(),
                            1,
                            "The price is by " + unit + ", and line " + draft.line + " is in " + draft.unit
                                    + ", so it is not known what one costs");
            draft.unitCost = null;
            return;
        }
        draft.unitCost = units == null || units.compareTo(BigDecimal.ONE) == 0
                ? price
                : price.divide(units, Math.max(price.scale(), 6), RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    /** Of the price before it. */
    private void currency(Segment cux) {
        if (isPriceOfLine) {
            draft.currency = cux.get(1, 2);
        }
    }

    /**
     * Returns a quantity of the line, or the sum of its schedule if the line itself has none; null if neither has one.
     */
    BigDecimal quantity(String... qualifiers) {
        for (String qualifier : qualifiers) {
            BigDecimal quantity = quantities.getOrDefault(qualifier, scheduled.get(qualifier));
            if (quantity != null) {
                return quantity;
            }
        }
        return null;
    }

    /** Returns the quantity that the message's total counts. */
    BigDecimal first() {
        return first;
    }

    /** Reads C829: whether the line is a sub-line of the line that it names. */
    boolean isPart() {
        return lin.has(4, SUB_LINE) && lin.get(4, 2) != null;
    }

    String action() {
        return lin.get(2);
    }
}
