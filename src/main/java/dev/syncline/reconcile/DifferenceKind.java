package dev.syncline.reconcile;

import java.util.Locale;

/** The kinds of differences. */
public enum DifferenceKind {
    /** Only the source has the record. */
    MISSING,
    /** Only the target has the record, or it has it several times. */
    EXTRA,
    /** Both have the record, with different content. */
    DIFFERENT;

    /** Returns the name in the API. */
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
