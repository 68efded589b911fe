package dev.syncline.system;

import java.sql.SQLException;
import java.util.Set;

/** A statement took longer than its system may take. */
public class StatementTimeout extends SQLException {
    private static final Set<String> STATES = Set.of(
            "57014", // PostgreSQL
            "70100", // MariaDB
            "HY008" // SQL Server
            );

    StatementTimeout(String system, SQLException cause) {
        super(
                cause.getMessage() + ". A query of system " + system
                        + " took too long: make it faster, or set syncline.systems." + system + ".query-timeout higher",
                cause.getSQLState(),
                cause.getErrorCode(),
                cause);
    }

    static boolean is(SQLException failure) {
        return failure.getSQLState() != null && STATES.contains(failure.getSQLState());
    }
}
