package dev.syncline.api;

/** A call cannot be understood; the message says what is wrong with it. */
public class BadRequest extends RuntimeException {
    public BadRequest(String message) {
        super(message);
    }
}
