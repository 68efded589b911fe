package dev.syncline.page;

import dev.syncline.sql.SqlErrors;
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
        return new InvalidSource(
                "Route " + query.route() + ": the source refuses its query: " + words(failure)
                        + ". Correct the query in the route's file, or what the system's user may read",
                failure);
    }

    /** Whether a source cannot work out a value that the query of a route asks for. */
    static boolean isOfValue(SQLException failure) {
        return SqlErrors.any(errors -> errors.lacksValue(failure));
    }

    /** The query of a route casts, or calculates, what a row does not hold: the database gives none of its rows. */
    static InvalidSource value(String route, String system, SQLException failure) {
        return new InvalidSource(
                "Route " + route + ": system " + system + " cannot work out a value of its query: " + words(failure)
                        + ". It gives no other row then, so the run cannot read past that one. Correct the value there; or"
                        + " have the query take the column as it is, or cast only what fits (try_cast, or case when ... then"
                        + " cast(...) end). A time that is text or digits needs no cast: write its format in changedAtFormat",
                failure);
    }

    private static String words(SQLException failure) {
        return String.valueOf(failure.getMessage())
                .replaceAll("\\s*Position: \\d+", "") // of a statement that nobody wrote
                .strip()
                .replaceAll("\\s+", " ");
    }
}
