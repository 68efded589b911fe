package dev.syncline.hub;

import dev.syncline.system.ConnectionCheck;
import dev.syncline.system.CurrentPassword;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.agroal.runtime.JdbcDriver;
import io.quarkus.arc.Unremovable;
import io.quarkus.jdbc.postgresql.runtime.PostgreSQLAgroalConnectionConfigurer;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * Makes the pool of the hub database check that connections answer and take writes. After a fail-over the former
 * primary may return as a standby: connections to it stay open, and every write on them would fail.
 */
@Singleton
@Alternative
@Priority(1)
@JdbcDriver("postgresql")
@Unremovable
public class HubConnections extends PostgreSQLAgroalConnectionConfigurer {
    static final Duration ANSWERS_WITHIN = Duration.ofSeconds(3);

    private static final String PASSWORD = "quarkus.datasource.password";

    private final Config config;

    HubConnections(Config config) {
        this.config = config;
    }

    @Override
    public void setExceptionSorter(String databaseKind, AgroalDataSourceConfigurationSupplier configuration) {
        ConnectionCheck check = ConnectionCheck.takesWrites(ANSWERS_WITHIN);
        configuration
                .connectionPoolConfiguration()
                .exceptionSorter(check)
                .connectionValidator(check)
                .validateOnBorrow(true);
        // Added after the password that Quarkus has read at the start, so that it replaces that.
        config.getOptionalValue(PASSWORD, String.class).ifPresent(configured -> configuration
                .connectionPoolConfiguration()
                .connectionFactoryConfiguration()
                .credential(new CurrentPassword(
                        () -> config.getOptionalValue(PASSWORD, String.class).orElse(""))));
    }
}
