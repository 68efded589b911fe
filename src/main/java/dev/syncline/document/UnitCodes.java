package dev.syncline.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares unit codes: X12 355, UN/ECE Recommendation 20 and those of ERPs. */
public final class UnitCodes {
    private static final List<Set<String>> SAME = List.of(
            Set.of("EA", "EACH", "C62", "PCE", "PC", "PCS", "PIECE", "H87", "NAR", "NMB", "ST", "STK", "UN", "UNIT"),
            Set.of("BX", "BOX", "XBX"),
            Set.of("CA", "CS", "CASE", "XCS", "CT", "CTN", "XCT", "CARTON"),
            Set.of("PK", "PACK", "XPK", "PA", "XPA"),
            Set.of("PR", "PAIR"),
            Set.of("RO", "RL", "ROLL", "XRO"),
            Set.of("BG", "BAG", "XBG"),
            Set.of("DZ", "DZN", "DOZ"),
            Set.of("KG", "KGM", "KILO"),
            Set.of("G", "GR", "GRM"),
            Set.of("T", "TN", "TNE", "TO"),
            Set.of("LB", "LBS", "LBR"),
            Set.of("M", "MT", "MTR", "LM", "MR"),
            Set.of("FT", "FOT", "LF"),
            Set.of("M2", "MTK", "SM", "QM"),
            Set.of("M3", "MTQ", "CR"),
            Set.of("L", "LT", "LTR"),
            Set.of("GA", "GAL", "GLL"),
            Set.of("H", "HR", "HUR"));

    private UnitCodes() {}

    /** Returns whether both codes mean the same unit; true if one of them is null. */
    public static boolean isSame(String one, String other) {
        if (one == null || other == null || one.equals(other)) {
            return true;
        }
        String first = one.strip().toUpperCase(Locale.ROOT);
        String second = other.strip().toUpperCase(Locale.ROOT);
        return first.equals(second) || SAME.stream().anyMatch(set -> set.contains(first) && set.contains(second));
    }
}
