package dev.syncline.access;

/**
 * Thrown when the configured users are invalid, with which the program does not start; the message says what to set.
 */
public class InvalidUsers extends RuntimeException {
    InvalidUsers(String message) {
        super(message);
    }
}
