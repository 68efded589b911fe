package dev.syncline.api.http;

/** Thrown when a call names something that does not exist. */
public class NotFound extends RuntimeException {
    public NotFound(String message) {
        super(message);
    }
}
