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
 * A connection to the hub database outside of the pool, for work that must neither wait for a free one nor take one
 * from runs. It is opened at first use, and again when it does not answer or does not take writes.
 */
public final class OwnConnection implements AutoCloseable {
    private static final Duration OPENED_WITHIN = Duration.ofSeconds(9);

    private final AgroalDataSource hub;
    private AgroalDataSource own;

    /** @param hub the pool, whose address and credentials it uses */
    public OwnConnection(AgroalDataSource hub) {
        this.hub = hub;
    }

    /** Returns the connection, to be closed after use. A statement without an answer within seconds breaks it. */
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
