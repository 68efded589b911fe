package dev.syncline.value;

/**
 * Thrown when a value of a source cannot be passed on, so that its record fails. The message is the end of a sentence.
 */
public class UnreadableValue extends RuntimeException {
    public UnreadableValue(String message) {
        super(message);
    }
}
