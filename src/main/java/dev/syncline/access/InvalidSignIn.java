package dev.syncline.access;

/**
 * Thrown when sign-in by OpenID Connect is configured in a way that is not safe or gives nobody a role; the program does not
 * start then. The message says what to set.
 */
public class InvalidSignIn extends RuntimeException {
    InvalidSignIn(String message) {
        super(message);
    }
}
