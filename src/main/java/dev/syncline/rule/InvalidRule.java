package dev.syncline.rule;

/** A rule that cannot be kept; the message says why and what would do. */
public class InvalidRule extends RuntimeException {
    InvalidRule(String message) {
        super(message);
    }
}
