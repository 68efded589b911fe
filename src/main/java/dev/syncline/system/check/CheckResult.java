package dev.syncline.system.check;

import java.time.Duration;

/**
 * What came of a check of a system.
 *
 * @param tried what was done, with the address, without credentials
 * @param answer what came back, and what to do where it is not as it should be; no secret
 */
public record CheckResult(Outcome outcome, String tried, String answer, Duration took) {
    public enum Outcome {
        /** It answered. */
        REACHED,
        /** It answered, and does not take the user or the token. */
        REFUSED,
        /** It cannot be reached, or failed. */
        FAILED,
        /** It did not answer in time. */
        TIMED_OUT,
        /** It was not called: it has no address, or asked for a pause. */
        NOT_CALLED
    }
}
