package dev.syncline.page;

/**
 * A source does not give any more what its route delivers; nothing of it is sent, so that no record loses a field at the
 * target unseen. The message says what, where, and what to do.
 */
public class Drift extends RuntimeException {
    Drift(String message) {
        super(message);
    }
}
