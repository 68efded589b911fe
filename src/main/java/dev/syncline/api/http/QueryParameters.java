package dev.syncline.api.http;

import java.time.Duration;

/** Reads query parameters that several calls have. */
public final class QueryParameters {
    private static final int LONGEST_WAIT = 300;

    private QueryParameters() {}

    /**
     * Returns whether a flag is set: {@code ?repair}, {@code ?repair=true}, {@code ?repair=false}; null if it is missing.
     *
     * @throws BadRequest if it has another value
     */
    public static Boolean flag(String name, String value) {
        if (value == null) {
            return null;
        } else if (value.isEmpty() || value.equals("true")) {
            return true;
        } else if (value.equals("false")) {
            return false;
        }
        throw new BadRequest(name + " is '" + value + "', and must be true or false");
    }

    /**
     * Returns how long a call waits for its result; zero if {@code wait} is missing.
     *
     * @throws BadRequest if it is not a number of seconds from 0 to 300
     */
    public static Duration wait(String seconds) {
        if (seconds == null) {
            return Duration.ZERO;
        }
        try {
            int n = Integer.parseInt(seconds);
            if (n >= 0 && n <= LONGEST_WAIT) {
                return Duration.ofSeconds(n);
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new BadRequest("wait is '" + seconds + "', and must be seconds from 0 to " + LONGEST_WAIT);
    }
}
