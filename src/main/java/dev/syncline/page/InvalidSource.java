package dev.syncline.page;

import java.sql.SQLException;

/** A source does not give what its route says it gives; the message says what, where, and what to do. */
public class InvalidSource extends RuntimeException {
    public InvalidSource(String message) {
        super(message);
    }

    public InvalidSource(String message, Throwable cause) {
        super(message, cause);
    }

    /** A source refuses the query of a route. */
    static InvalidSource refused(SqlQuery query, SQLException failure) {
        String words = String.valueOf(failure.getMessage())
                .replaceAll("\\s*Position: \\d+", "") // of a statement that nobody wrote
                .strip()
                .replaceAll("\\s+", " ");
        return new InvalidSource(
                "Route " + query.route() + ": the source refuses its query: " + words
                        + ". Correct the query in the route's file, or what the system's user may read",
                failure);
    }
}
