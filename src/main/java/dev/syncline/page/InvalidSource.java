package dev.syncline.page;

/** A source does not give what its route says it gives; the message says what, where, and what to do. */
public class InvalidSource extends RuntimeException {
    public InvalidSource(String message) {
        super(message);
    }

    public InvalidSource(String message, Throwable cause) {
        super(message, cause);
    }
}
