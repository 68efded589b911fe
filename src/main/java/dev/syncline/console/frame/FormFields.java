package dev.syncline.console.frame;

/** Values of form fields and query parameters: a form also sends the fields that were left empty. */
public final class FormFields {
    private FormFields() {}

    public static String orNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }

    public static String orEmpty(String value) {
        return value == null || value.isBlank() ? "" : value;
    }

    /** Returns the value without blanks around it; empty for null. */
    public static String stripped(String value) {
        return orEmpty(value).strip();
    }

    /** Returns the value without blanks around it; null if nothing is left. */
    public static String strippedOrNull(String value) {
        return orNull(stripped(value));
    }
}
