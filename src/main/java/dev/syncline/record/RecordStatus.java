package dev.syncline.record;

/** What became of a record. The codes stand in {@code sync_record.status}. */
public enum RecordStatus {
    IN_PROGRESS(0, "in_progress"),
    SUCCESS(1, "success"),
    FAILED(2, "failed"),
    BLOCKED(3, "blocked"),
    ON_HOLD(4, "on_hold");

    private static final RecordStatus[] BY_CODE = values();

    private final short code;
    private final String column;

    RecordStatus(int code, String column) {
        this.code = (short) code;
        this.column = column;
    }

    public short code() {
        return code;
    }

    /** The column of {@code sync_route} that counts the records in this status. */
    String column() {
        return column;
    }

    public static RecordStatus of(int code) {
        return BY_CODE[code];
    }
}
