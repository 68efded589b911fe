package dev.syncline.document.x12;

import dev.syncline.document.edi.EdiValues;
import dev.syncline.document.edi.EdiWarnings;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;

/** Converts prices by data element 639, basis of unit price: PO105, POC07. docs/suppliers.md has all codes. */
final class X12PriceBasis {
    private static final int DIGITS = 6;
    private static final int DOZEN = 12;

    /** The number of units that a price is for, if it is not one: a dozen, or a power of ten. */
    private static final Map<String, Integer> UNITS = Map.ofEntries(
            Map.entry("PN", 10),
            Map.entry("PD", DOZEN),
            Map.entry("LD", DOZEN),
            Map.entry("TD", DOZEN),
            Map.entry("WD", DOZEN),
            Map.entry("HP", 100),
            Map.entry("HU", 100),
            Map.entry("LC", 100),
            Map.entry("QH", 100),
            Map.entry("TC", 100),
            Map.entry("WC", 100),
            Map.entry("HF", 100),
            Map.entry("TP", 1_000),
            Map.entry("LM", 1_000),
            Map.entry("QS", 1_000),
            Map.entry("TM", 1_000),
            Map.entry("WM", 1_000),
            Map.entry("TF", 1_000),
            Map.entry("PS", 1_000),
            Map.entry("TT", 10_000),
            Map.entry("HT", 100_000));

    /** Prices by a measure, each with the units (355) of lines in that measure. */
    private static final Map<String, Set<String>> MEASURES = Map.ofEntries(
            Map.entry("PF", Set.of("FT", "LF")),
            Map.entry("HF", Set.of("FT", "LF")),
            Map.entry("TF", Set.of("FT", "LF")),
            Map.entry("PS", Set.of("SF")),
            Map.entry("PY", Set.of("YD")),
            Map.entry("PG", Set.of("GR")),
            Map.entry("PK", Set.of("KG")),
            Map.entry("PO", Set.of("OZ")),
            Map.entry("PP", Set.of("LB")),
            Map.entry("PT", Set.of("TN")),
            Map.entry("PL", Set.of("LT")),
            Map.entry("ML", Set.of("ML")),
            Map.entry("PA", Set.of()));

    /** Bases by which the price of one unit is unknown: by time, retail prices, former prices, prices to be agreed. */
    private static final Set<String> NONE = Set.of(
            "BW", "DP", "ME", "PB", "PM", "PU", "SA", "SM", "WI", "RC", "RD", "RE", "RM", "RS", "RT", "SR", "LR", "QR",
            "NQ", "NS", "TB");

    private static final Set<String> OF_ONE = Set.of(
            "AA", "AB", "AP", "AW", "BD", "BR", "CA", "CP", "CR", "CT", "DI", "DR", "DS", "EC", "EH", "ES", "FB", "FO",
            "FX", "KA", "KP", "KR", "LE", "NC", "NE", "NT", "PE", "PQ", "PR", "PV", "QE", "QT", "SC", "ST", "SW", "TE",
            "UM", "VQ", "WE", "WH");

    private X12PriceBasis() {}

    /**
     * Returns the price of one unit.
     *
     * @param unit unit of the line
     * @return null if the price is missing, or its basis does not give a unit price, of which it warns
     */
    static BigDecimal unitCost(Segment segment, int price, int basis, String unit, EdiWarnings warnings)
            throws UnreadableMessage {
        BigDecimal cost = EdiValues.price(segment, price, 1, warnings);
        String code = segment.get(basis);
        if (cost == null || code == null || OF_ONE.contains(code)) {
            return cost;
        }
        boolean isOfOtherUnit =
                MEASURES.containsKey(code) && !MEASURES.get(code).contains(String.valueOf(unit));
        if (NONE.contains(code) || isOfOtherUnit) {
            warnings.add(
                    segment.raw(),
                    basis,
                    "The price is on the basis " + code + " (639), which does not tell what one "
                            + (unit == null ? "unit" : unit) + " costs, and was left out");
            return null;
        }
        if (!UNITS.containsKey(code)) {
            if (!MEASURES.containsKey(code)) {
                warnings.add(
                        segment.raw(),
                        basis,
                        "Basis " + code
                                + " of the price is not in the standard's list; it was taken as that of one unit");
            }
            return cost;
        }
        int units = UNITS.get(code);
        return units == DOZEN
                ? cost.divide(BigDecimal.valueOf(DOZEN), cost.scale() + DIGITS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                : cost.movePointLeft(Integer.toString(units).length() - 1);
    }
}
