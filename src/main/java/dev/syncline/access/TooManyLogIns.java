package dev.syncline.access;

/** Thrown when too many log-ins are waiting to be checked. */
public class TooManyLogIns extends RuntimeException {
    TooManyLogIns() {
        super("Too many log-ins failed, and too many are waiting to be checked. Try again in a few seconds");
    }
}
