package dev.syncline.system;

import dev.syncline.sql.SqlErrors;
import java.sql.SQLException;

/** A statement took longer than its system may take. */
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
