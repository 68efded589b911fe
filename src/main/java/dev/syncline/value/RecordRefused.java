package dev.syncline.value;

/** Thrown when a record has a value that its table cannot store; concerns only this record. */
public final class RecordRefused extends RuntimeException {
    public RecordRefused(String reason) {
        super(reason);
    }
}
