package dev.syncline.api.http;

/** Thrown when a call is not valid; the message says what is wrong with it. */
public class BadRequest extends RuntimeException {
    public BadRequest(String message) {
        super(message);
    }
}
