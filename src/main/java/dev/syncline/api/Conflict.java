package dev.syncline.api;

/** A call does not go with the state that something is in; the message says what to do instead. */
public class Conflict extends RuntimeException {
    public Conflict(String message) {
        super(message);
    }
}
