package dev.syncline.rule;

/** Thrown when a rule is invalid; the message says why, and what to do. */
public class InvalidRule extends RuntimeException {
    InvalidRule(String message) {
        super(message);
    }
}
