package dev.syncline.api.http;

/** Thrown when the state of something does not allow a call; the message says what to do instead. */
public class Conflict extends RuntimeException {
    public Conflict(String message) {
        super(message);
    }
}
