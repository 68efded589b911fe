package dev.syncline.document;

import dev.syncline.document.SupplierOrder.Status;
import java.util.Map;
import java.util.Set;

/**
 * Maps UN/ECE 1229, the action that a line asks for, to a status: EDIFACT has it in LIN, UBL in LineStatusCode.
 * docs/suppliers.md has the names.
 */
public final class ActionCodes {
    public static final Map<String, Status> STATUS = Map.ofEntries(
            Map.entry("1", Status.CHANGED),
            Map.entry("2", Status.CANCELLED),
            Map.entry("3", Status.CHANGED),
            Map.entry("5", Status.ACCEPTED),
            Map.entry("6", Status.CHANGED),
            Map.entry("7", Status.REJECTED),
            Map.entry("9", Status.CHANGED),
            Map.entry("10", Status.REJECTED),
            Map.entry("11", Status.ACCEPTED),
            Map.entry("12", Status.CHANGED),
            Map.entry("21", Status.CANCELLED),
            Map.entry("23", Status.CHANGED),
            Map.entry("24", Status.CHANGED),
            Map.entry("37", Status.CANCELLED),
            Map.entry("39", Status.CHANGED),
            Map.entry("40", Status.ACCEPTED),
            Map.entry("42", Status.SHIPPED),
            Map.entry("52", Status.RECEIVED),
            Map.entry("62", Status.CHANGED),
            Map.entry("63", Status.ACCEPTED),
            Map.entry("64", Status.CANCELLED),
            Map.entry("65", Status.RECEIVED),
            Map.entry("68", Status.REJECTED),
            Map.entry("69", Status.REJECTED),
            Map.entry("70", Status.RECEIVED),
            Map.entry("72", Status.RECEIVED),
            Map.entry("73", Status.RECEIVED),
            Map.entry("74", Status.RECEIVED),
            Map.entry("110", Status.CANCELLED),
            Map.entry("111", Status.CHANGED),
            Map.entry("112", Status.CHANGED),
            Map.entry("115", Status.CHANGED),
            Map.entry("117", Status.RECEIVED),
            Map.entry("118", Status.RECEIVED));

    /** Codes of a line that the document repeats without a change, whatever its quantities. */
    public static final Set<String> UNAFFECTED = Set.of("4", "102");

    /** Code of a line whose quantities and dates alone say how it stands. */
    public static final String SCHEDULE_ONLY = "8";

    private ActionCodes() {}

    /** Returns whether the code leaves the status of the line to the document as a whole. */
    public static boolean saysNothing(String code) {
        return UNAFFECTED.contains(code) || SCHEDULE_ONLY.equals(code);
    }
}
