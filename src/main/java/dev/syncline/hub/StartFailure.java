package dev.syncline.hub;

import java.sql.SQLException;
import java.util.Optional;

/** Advises what to do when the start failed because of the hub database. */
public final class StartFailure {
    private static final String URL = "QUARKUS_DATASOURCE_JDBC_URL";
    private static final String USER = "QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD";

    /** The messages of Quarkus when no URL is configured. */
    private static final String NOT_CONFIGURED = "Datasource '<default>' was deactivated";

    private static final String NO_SUCH_DATABASE = "3D000";

    private StartFailure() {}

    /** Returns the advice; empty if the start failed for another reason. */
    public static Optional<String> advice(Throwable failure) {
        for (Throwable part = failure; part != null; part = part.getCause()) {
            if (String.valueOf(part.getMessage()).contains(NOT_CONFIGURED)) {
                return Optional.of("No hub database is configured. Set " + URL
                        + " to a PostgreSQL of Syncline's own, such as jdbc:postgresql://host:5432/syncline, and "
                        + USER);
            }
            if (part instanceof SQLException refused && refused.getSQLState() != null) {
                if (refused.getSQLState().startsWith("28")) {
                    return Optional.of(refused(refused) + "Set " + USER + " to a user that it has");
                } else if (refused.getSQLState().equals(NO_SUCH_DATABASE)) {
                    return Optional.of(refused(refused) + "Create that database, or let " + URL + " name another one");
                }
            }
        }
        return Optional.empty();
    }

    private static String refused(SQLException failure) {
        return "The hub database does not let Syncline sign in: "
                + String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ") + ". ";
    }
}
