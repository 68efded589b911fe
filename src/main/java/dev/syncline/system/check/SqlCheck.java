package dev.syncline.system.check;

import dev.syncline.system.SignInRefused;
import dev.syncline.system.Systems;
import dev.syncline.system.check.CheckResult.Outcome;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;

/** Checks a SQL system by a new connection, as the open ones have signed in with what was configured then. */
@ApplicationScoped
class SqlCheck {
    private final Systems systems;

    SqlCheck(Systems systems) {
        this.systems = systems;
    }

    String tries(String system) {
        return "signs in to " + ShownAddress.of(systems.jdbcUrl(system))
                + " by a new connection, and asks whether the server answers";
    }

    Answer ask(String system, Duration longest) {
        try (AgroalDataSource one = systems.single(system);
                Connection connection = one.getConnection()) {
            DatabaseMetaData server = connection.getMetaData();
            String name = server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
            return connection.isValid(Math.toIntExact(Math.max(1, longest.toSeconds())))
                    ? new Answer(Outcome.REACHED, name + " answers, and takes the user")
                    : new Answer(Outcome.FAILED, name + " took the connection, and did not answer on it");
        } catch (SQLException e) {
            if (e.getMessage() != null && e.getMessage().startsWith("Acquisition timeout")) {
                return Answer.silent(longest); // the pool has waited for the connection
            }
            return SignInRefused.is(e)
                    ? new Answer(Outcome.REFUSED, new SignInRefused(system, e).getMessage())
                    : Answer.of(e);
        }
    }
}
