package dev.syncline.page;

/**
 * What is said of a row before it is judged: it is not to be delivered.
 *
 * @param reason why, and what to do
 */
public record Mark(Kind kind, String reason) {
    /** The record becomes FAILED, ON_HOLD or BLOCKED. */
    public enum Kind {
        REFUSED,
        /** As REFUSED: the system does not tell whether it has the record. */
        UNKNOWN,
        HELD,
        BLOCKED
    }

    public static Mark refused(String reason) {
        return new Mark(Kind.REFUSED, reason);
    }

    static Mark unknown(String reason) {
        return new Mark(Kind.UNKNOWN, reason);
    }

    public static Mark held(String reason) {
        return new Mark(Kind.HELD, reason);
    }

    public static Mark blocked(String reason) {
        return new Mark(Kind.BLOCKED, reason);
    }
}
