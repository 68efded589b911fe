package dev.syncline.value;

/** A value of a source that cannot be passed on; the message says why, as the end of a sentence. It costs its record. */
public class UnreadableValue extends RuntimeException {
    public UnreadableValue(String message) {
        super(message);
    }
}
