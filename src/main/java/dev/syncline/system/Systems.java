package dev.syncline.system;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import dev.syncline.sql.SqlDialect;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.config.Config;

/**
 * Reads the configuration of systems ({@code syncline.systems.<name>.*}, see docs/operating.md) when it is needed, so
 * that a new system needs no rebuild. SQL systems are opened at first use.
 */
@ApplicationScoped
@RegisterForReflection(targets = {org.postgresql.Driver.class, org.mariadb.jdbc.Driver.class, SQLServerDriver.class})
public class Systems {
    private static final String PREFIX = "syncline.systems.";

    private final Config config;
    private final CamelContext camel;
    private final Map<String, AgroalDataSource> pools = new ConcurrentHashMap<>();

    public Systems(Config config, CamelContext camel) {
        this.config = config;
        this.camel = camel;
    }

    /**
     * Returns the address of an HTTP system.
     *
     * @throws SystemNotConfigured if it has none
     */
    public String url(String system) {
        return required(system, "url").replaceAll("/+$", "");
    }

    /**
     * Returns the text of a setting that a system must have.
     *
     * @throws SystemNotConfigured if it has none
     */
    public String required(String system, String setting) {
        return setting(system, setting).orElseThrow(() -> new SystemNotConfigured(system, setting));
    }

    /** Returns the text of a setting of a system; empty if it is not set, or blank. */
    public Optional<String> setting(String system, String setting) {
        return config.getOptionalValue(PREFIX + system + "." + setting, String.class);
    }

    /** Returns the file with the authorities that all HTTP systems may be signed by, if there is one. */
    public Optional<String> authorities() {
        return config.getOptionalValue("syncline.ca-file", String.class);
    }

    /**
     * Returns how long to wait for an answer of an HTTP system, or a connection of a SQL system; 30 seconds by default.
     */
    public Duration timeout(String system) {
        return duration(system, "timeout", Duration.ofSeconds(30));
    }

    /** Returns how long establishing a connection may take; 5 seconds by default. */
    public Duration connectTimeout(String system) {
        return duration(system, "connect-timeout", Duration.ofSeconds(5));
    }

    /** Returns how long a query, or an answer from its first byte to its last, may take; 10 minutes by default. */
    public Duration queryTimeout(String system) {
        return duration(system, "query-timeout", Duration.ofMinutes(10));
    }

    /** Returns how long a run waits for the system when it is away; 10 minutes by default. */
    public Duration patience(String system) {
        return duration(system, "patience", Duration.ofMinutes(10));
    }

    /** Returns the longest pause that the system may ask for; an hour by default. */
    public Duration longestPause(String system) {
        return duration(system, "longest-pause", Duration.ofHours(1));
    }

    /** Returns the most bytes of an answer; 64 MiB by default. */
    public long longestAnswer(String system) {
        return config.getOptionalValue(PREFIX + system + ".longest-answer", MemorySize.class)
                .map(MemorySize::asLongValue)
                .orElse(64L << 20);
    }

    /** Returns the most characters of a record in an answer; 8 Mi by default. */
    public long longestRecord(String system) {
        return config.getOptionalValue(PREFIX + system + ".longest-record", MemorySize.class)
                .map(MemorySize::asLongValue)
                .orElse(8L << 20);
    }

    /**
     * Returns how often all processes together may call the system; empty if that is not limited.
     *
     * @throws IllegalArgumentException if the configured text is not a rate
     */
    public Optional<RateLimit> rateLimit(String system) {
        return setting(system, "rate-limit").map(text -> RateLimit.of(PREFIX + system + ".rate-limit", text));
    }

    /**
     * Returns the connection pool of a SQL system, which is bound into Camel's registry under the system's name.
     *
     * @throws SystemNotConfigured if it has no JDBC URL
     */
    public DataSource sql(String system) {
        return pools.computeIfAbsent(system, this::open);
    }

    public boolean isSql(String system) {
        return setting(system, "jdbc-url").isPresent();
    }

    /**
     * Returns the address of a SQL system; it may hold credentials.
     *
     * @throws SystemNotConfigured if it has none
     */
    public String jdbcUrl(String system) {
        return required(system, "jdbc-url");
    }

    /** Returns the path, below an HTTP system's address, of a GET that shows whether it takes the token. */
    public Optional<String> checkPath(String system) {
        return setting(system, "check-path");
    }

    /** Returns how often all processes together may call the system, as configured. */
    public Optional<String> rate(String system) {
        return setting(system, "rate-limit");
    }

    /** Returns the most connections of this process to a SQL system; 10 by default. */
    public int maxConnections(String system) {
        return config.getOptionalValue(PREFIX + system + ".max-connections", Integer.class)
                .orElse(10);
    }

    /**
     * Opens a pool for one new connection to a SQL system; the caller closes it.
     *
     * @throws SystemNotConfigured if it has no JDBC URL
     */
    public AgroalDataSource single(String system) {
        return pool(system, 1);
    }

    private AgroalDataSource open(String system) {
        AgroalDataSource pool = pool(system, maxConnections(system));
        camel.getRegistry().bind(system, DataSource.class, pool);
        return pool;
    }

    private AgroalDataSource pool(String system, int size) {
        String url = jdbcUrl(system);
        Class<? extends Driver> driver = driver(system, url);
        ConnectionCheck check = ConnectionCheck.answers(connectTimeout(system));
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        configuration
                .connectionPoolConfiguration()
                .maxSize(size)
                .acquisitionTimeout(timeout(system))
                .connectionValidator(check)
                .validateOnBorrow(true) // a connection that the system has closed is not used again
                .exceptionSorter(check)
                .connectionFactoryConfiguration(connection -> connection
                        .jdbcUrl(url)
                        .connectionProviderClass(driver)
                        .principal(new NamePrincipal(setting(system, "username").orElse("")))
                        .credential(new CurrentPassword(
                                () -> setting(system, "password").orElse(""))));
        DriverTimeouts.of(url, connectTimeout(system), timeout(system), queryTimeout(system))
                .forEach(configuration.connectionPoolConfiguration().connectionFactoryConfiguration()::jdbcProperty);
        if (driver.equals(org.postgresql.Driver.class) && !url.contains("maxResultBuffer=")) {
            configuration
                    .connectionPoolConfiguration()
                    .connectionFactoryConfiguration()
                    .jdbcProperty(
                            "maxResultBuffer", Long.toString(PageMemory.own().fetch()));
        }
        try {
            AgroalDataSource pool = AgroalDataSource.from(configuration);
            pool.setPoolInterceptors(List.of(new CutOff(queryTimeout(system))));
            return pool;
        } catch (SQLException e) {
            throw new IllegalStateException("System " + system + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static Class<? extends Driver> driver(String system, String url) {
        return SqlDialect.ofUrl(url)
                .orElseThrow(() -> new IllegalStateException("System " + system
                        + " has a jdbc-url that does not begin with any of "
                        + SqlDialect.all().stream()
                                .map(SqlDialect::urlPrefix)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ". For MySQL, use jdbc:mariadb:"))
                .driver();
    }

    private Duration duration(String system, String setting, Duration otherwise) {
        return config.getOptionalValue(PREFIX + system + "." + setting, Duration.class)
                .orElse(otherwise);
    }

    @PreDestroy
    void close() {
        pools.values().forEach(AgroalDataSource::close);
    }
}
