package dev.syncline.sandbox.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Holds the sandbox's own connections, so that the hub's pool is left to the hub. */
@ApplicationScoped
public class SandboxPools {
    /** JDBC URL of the sandbox's database server, ending in a slash. */
    public static final String SERVER = "syncline.sandbox.server";

    private final String server;
    private final Map<String, AgroalDataSource> pools = new ConcurrentHashMap<>();

    public SandboxPools(@ConfigProperty(name = SERVER) String server) {
        this.server = server;
    }

    /** Returns the pool of one of the sandbox's databases, {@code erp} or {@code sandbox}. */
    public DataSource of(String database) {
        return pools.computeIfAbsent(database, this::open);
    }

    private AgroalDataSource open(String database) {
        try {
            return AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(16)
                            .acquisitionTimeout(Duration.ofSeconds(30))
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(server + database)
                                    .connectionProviderClassName("org.postgresql.Driver")
                                    .principal(new NamePrincipal(SandboxDatabase.USER))
                                    .credential(new SimplePassword(SandboxDatabase.USER)))));
        } catch (SQLException e) {
            throw new IllegalStateException("The sandbox cannot open its database " + database, e);
        }
    }

    @PreDestroy
    public void close() {
        pools.values().forEach(AgroalDataSource::close);
    }
}
