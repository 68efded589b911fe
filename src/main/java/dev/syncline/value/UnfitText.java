package dev.syncline.value;

/** Thrown when a database cannot hold a text; the message has the position. */
public final class UnfitText extends IllegalArgumentException {
    UnfitText(String what, int place) {
        super("it has " + what + " at place " + (place + 1));
    }
}
