package dev.syncline.system;

import java.sql.SQLException;
import java.util.Set;

/** A SQL system does not let us in, as we are or where we want to go; trying again does not help. */
public class SignInRefused extends RuntimeException {
    /** Unknown database; of MariaDB also: not for this user. */
    private static final Set<Integer> NO_DATABASE = Set.of(1044, 1049, 4060);

    private static final int WRONG_USER = 18456; // of SQL Server

    SignInRefused(String system, SQLException failure) {
        super(
                "System " + system + " does not let Syncline sign in: "
                        + String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ")
                        + ". "
                        + (isAboutDatabase(failure)
                                ? "Let " + SystemNotConfigured.named(system, "jdbc-url")
                                        + " name a database that is there"
                                : "Set " + SystemNotConfigured.named(system, "username") + " and "
                                        + SystemNotConfigured.named(system, "password")
                                        + " to a user whom it knows, with that user's password"),
                failure);
    }

    static boolean is(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("28") || failure.getErrorCode() == WRONG_USER || isAboutDatabase(failure);
    }

    private static boolean isAboutDatabase(SQLException failure) {
        return "3D000".equals(failure.getSQLState()) || NO_DATABASE.contains(failure.getErrorCode());
    }
}
