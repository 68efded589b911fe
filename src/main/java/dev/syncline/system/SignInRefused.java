package dev.syncline.system;

import dev.syncline.sql.SqlErrors;
import java.sql.SQLException;

/** Thrown when a SQL system refuses the user or does not have the database; a retry does not help. */
public class SignInRefused extends RuntimeException {
    public SignInRefused(String system, SQLException failure) {
        super(
                "System " + system + " does not let Syncline sign in: "
                        + String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ")
                        + ". "
                        + (isAboutDatabase(failure)
                                ? "Let " + SystemNotConfigured.named(system, "jdbc-url")
                                        + " name a database that exists"
                                : "Set " + SystemNotConfigured.named(system, "username") + " and "
                                        + SystemNotConfigured.named(system, "password")
                                        + " to a user that it has, with that user's password"),
                failure);
    }

    /** Returns whether the system refuses the user, or does not have the database. */
    public static boolean is(SQLException failure) {
        return SqlErrors.any(errors -> errors.refusesSignIn(failure));
    }

    private static boolean isAboutDatabase(SQLException failure) {
        return SqlErrors.any(errors -> errors.lacksDatabase(failure));
    }
}
