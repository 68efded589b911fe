package dev.syncline.hub;

import dev.syncline.system.ConnectionCheck;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * One connection to the hub database beside the pool, for work that must neither wait for a free one nor take one from the
 * runs. It is opened at first use, and anew when it does not answer or takes no writes any more.
 */
public final class OwnConnection implements AutoCloseable {
    private static final Duration OPENED_WITHIN = Duration.ofSeconds(9);

    private final AgroalDataSource hub;
    private AgroalDataSource own;

    /** @param hub the pool, whose address and credentials it takes */
    public OwnConnection(AgroalDataSource hub) {
        this.hub = hub;
    }

    /** To be closed after use; a statement that is not answered within seconds ends it. */
    public synchronized Connection get() throws SQLException {
        if (own == null) {
            own = AgroalDataSource.from(configuration());
        }
        Connection connection = own.getConnection();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(HubConnections.ANSWERS_WITHIN.toMillis()));
        return connection;
    }

    private AgroalDataSourceConfigurationSupplier configuration() {
        AgroalConnectionFactoryConfiguration connections =
                hub.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        ConnectionCheck check = ConnectionCheck.takesWrites(HubConnections.ANSWERS_WITHIN);
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        configuration
                .connectionPoolConfiguration()
                .maxSize(1)
                .acquisitionTimeout(OPENED_WITHIN)
                .connectionValidator(check)
                .validateOnBorrow(true)
                .exceptionSorter(check)
                .connectionFactoryConfiguration(
                        () -> new AgroalConnectionFactoryConfigurationSupplier(connections).get());
        return configuration;
    }

    @Override
    public synchronized void close() {
        if (own != null) {
            own.close();
        }
    }
}
