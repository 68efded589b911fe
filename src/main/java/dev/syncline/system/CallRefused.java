package dev.syncline.system;

import java.io.IOException;

/** Thrown when a call is not made, or not answered, for a reason that a person must see to; a retry does not help. */
public abstract class CallRefused extends IOException {
    protected CallRefused(String message) {
        super(message);
    }

    protected CallRefused(String message, Exception cause) {
        super(message, cause);
    }
}
