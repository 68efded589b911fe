package dev.syncline.run;

import org.apache.camel.http.base.HttpOperationFailedException;

/** Why something failed, in words that a person can act on. */
public final class Reason {
    private static final int LONGEST = 2_000;

    private Reason() {}

    public static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof org.apache.camel.CamelExecutionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason;
        if (cause instanceof HttpOperationFailedException http) {
            String body =
                    http.getResponseBody() == null ? "" : http.getResponseBody().strip();
            reason = "The system at " + http.getUri().split("\\?")[0] + " answered " + http.getStatusCode()
                    + (body.isEmpty() ? "" : ": " + body);
        } else if (cause instanceof java.io.IOException) {
            reason = "A system cannot be reached: " + cause.getMessage();
        } else if (cause instanceof java.sql.SQLException) {
            reason = "A database failed: " + cause.getMessage();
        } else if (cause.getMessage() != null) {
            reason = cause.getMessage();
        } else {
            reason = cause.getClass().getName();
        }
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST - 1) + "…";
    }
}
