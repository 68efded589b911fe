package dev.syncline.system;

import dev.syncline.sql.SqlErrors;
import java.sql.SQLException;

/** Thrown when a statement exceeds the {@code query-timeout} of its system. */
public class StatementTimeout extends SQLException {

    StatementTimeout(String system, SQLException cause) {
        super(
                cause.getMessage() + ". A query of system " + system
                        + " took too long: make it faster, or set syncline.systems." + system + ".query-timeout higher",
                cause.getSQLState(),
                cause.getErrorCode(),
                cause);
    }

    static boolean is(SQLException failure) {
        return SqlErrors.any(errors -> errors.isTimeout(failure));
    }
}
