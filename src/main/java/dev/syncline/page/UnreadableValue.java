package dev.syncline.page;

/** A value of a source that cannot be passed on; the message says why, as the end of a sentence. It costs its record. */
class UnreadableValue extends RuntimeException {
    UnreadableValue(String message) {
        super(message);
    }
}
