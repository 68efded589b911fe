package dev.syncline.access;

/** Users that the program does not start with; the message says why and what to set. */
public class InvalidUsers extends RuntimeException {
    InvalidUsers(String message) {
        super(message);
    }
}
