package dev.syncline.message.delivery;

import java.time.Duration;

/** Thrown when a receiver did not take a message; the message says why, without addresses that are secrets. */
class NotSent extends Exception {
    private final boolean isFinal;
    private final transient Duration pause;

    private NotSent(String message, boolean isFinal, Duration pause) {
        super(message);
        this.isFinal = isFinal;
        this.pause = pause;
    }

    /** It may be taken later. */
    static NotSent now(String message) {
        return new NotSent(message, false, Duration.ZERO);
    }

    /** @param pause after which the receiver wants to be asked again */
    static NotSent before(Duration pause, String message) {
        return new NotSent(message, false, pause);
    }

    /** It will never be taken as it is. */
    static NotSent ever(String message) {
        return new NotSent(message, true, Duration.ZERO);
    }

    boolean isFinal() {
        return isFinal;
    }

    Duration pause() {
        return pause;
    }
}
