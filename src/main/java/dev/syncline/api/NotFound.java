package dev.syncline.api;

/** What a call names does not exist. */
public class NotFound extends RuntimeException {
    public NotFound(String message) {
        super(message);
    }
}
