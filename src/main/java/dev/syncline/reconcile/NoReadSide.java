package dev.syncline.reconcile;

/** Thrown when a route's target cannot be read; the message says what to add, and where. */
public class NoReadSide extends RuntimeException {
    NoReadSide(String message) {
        super(message);
    }
}
