package dev.syncline.record;

/** What was last done with a record at its target. The codes stand in the tables. */
public enum Action {
    NONE,
    CREATED,
    UPDATED,
    UNCHANGED,
    DELETED,
    /** Updated, and called off by that. */
    CANCELLED;

    private static final Action[] BY_CODE = values();

    public short code() {
        return (short) ordinal();
    }

    public static Action of(int code) {
        return BY_CODE[code];
    }
}
