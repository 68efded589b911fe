package dev.syncline.page;

/**
 * A source does not give any more what its route needs, though it answered the same query before; the message says what,
 * where, and what to do.
 */
public class ChangedSource extends InvalidSource {
    ChangedSource(String message, Throwable cause) {
        super(message, cause);
    }
}
