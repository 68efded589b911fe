package dev.syncline.deliver;

/** A record holds what its table cannot take: the record's fault, and no other's. */
final class Unfit extends RuntimeException {
    Unfit(String reason) {
        super(reason);
    }
}
