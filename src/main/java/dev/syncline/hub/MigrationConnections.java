package dev.syncline.hub;

import dev.syncline.system.ConnectionSource;
import io.quarkus.arc.Unremovable;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Removes the time-outs for migrations, which may build an index over millions of records. */
@Singleton
@Unremovable
class MigrationConnections implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.dataSource(
                new ConnectionSource(configuration.getDataSource(), MigrationConnections::waitWithoutBound));
    }

    private static void waitWithoutBound(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = 0; set idle_in_transaction_session_timeout = 0");
        }
        connection.setNetworkTimeout(Runnable::run, 0);
    }
}
