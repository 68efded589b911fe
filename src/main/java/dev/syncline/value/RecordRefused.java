package dev.syncline.value;

/** A record holds what its table cannot take: the record's fault, and no other's. */
public final class RecordRefused extends RuntimeException {
    public RecordRefused(String reason) {
        super(reason);
    }
}
