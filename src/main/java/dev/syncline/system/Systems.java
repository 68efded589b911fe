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
 * What the configuration says of the systems ({@code syncline.systems.<name>.*}, see docs/operating.md), read when it
 * is needed. A system needs no rebuild and no start-up knowledge; SQL systems are opened at first use.
 */
@ApplicationScoped
@RegisterForReflection(targets = {org.postgresql.Driver.class, org.mariadb.jdbc.Driver.class, SQLServerDriver.class})
public class Systems {
    private static final String PREFIX = "syncline.systems.";

    private final Config config;
    private final CamelContext camel;
    private final Map<String, AgroalDataSource> pools = new ConcurrentHashMap<>();

    Systems(Config config, CamelContext camel) {
        this.config = config;
        this.camel = camel;
    }

    /** @throws SystemNotConfigured when the configuration has no value for it */
    public String url(String system) {
        return required(system, "url").replaceAll("/+$", "");
    }

    /** The bearer token that calls to the system carry, if it wants one. */
    public Optional<String> token(String system) {
        return setting(system, "token");
    }

    /** How long a call may be without an answer, or a SQL system without a connection; 30 seconds by default. */
    public Duration timeout(String system) {
        return duration(system, "timeout", Duration.ofSeconds(30));
    }

    /** How long it may take until a connection stands; 5 seconds by default. */
    public Duration connectTimeout(String system) {
        return duration(system, "connect-timeout", Duration.ofSeconds(5));
    }

    /** How long one query, or one answer from its first byte to its last, may take in all; 10 minutes by default. */
    public Duration queryTimeout(String system) {
        return duration(system, "query-timeout", Duration.ofMinutes(10));
    }

    /** How long a run waits for the system when it is away; 10 minutes by default. */
    public Duration patience(String system) {
        return duration(system, "patience", Duration.ofMinutes(10));
    }

    /** The longest pause that the system may ask for; an hour by default. */
    public Duration longestPause(String system) {
        return duration(system, "longest-pause", Duration.ofHours(1));
    }

    /** How many bytes an answer may have; 64 MiB by default. */
    public long longestAnswer(String system) {
        return config.getOptionalValue(PREFIX + system + ".longest-answer", MemorySize.class)
                .map(MemorySize::asLongValue)
                .orElse(64L << 20);
    }

    /** How many characters a record of an answer may have; 8 Mi by default. */
    public long longestRecord(String system) {
        return config.getOptionalValue(PREFIX + system + ".longest-record", MemorySize.class)
                .map(MemorySize::asLongValue)
                .orElse(8L << 20);
    }

    /**
     * How often all processes together may call the system; empty for as often as they like.
     *
     * @throws IllegalArgumentException when the configuration says what is no rate
     */
    public Optional<RateLimit> rateLimit(String system) {
        return setting(system, "rate-limit").map(text -> RateLimit.of(PREFIX + system + ".rate-limit", text));
    }

    /**
     * The connection pool of a SQL system, bound into Camel's registry under the system's name.
     *
     * @throws SystemNotConfigured when no JDBC URL is configured for it
     */
    public DataSource sql(String system) {
        return pools.computeIfAbsent(system, this::open);
    }

    public boolean isSql(String system) {
        return setting(system, "jdbc-url").isPresent();
    }

    private AgroalDataSource open(String system) {
        String url = required(system, "jdbc-url");
        Class<? extends Driver> driver = driver(system, url);
        ConnectionCheck check = ConnectionCheck.answers(connectTimeout(system));
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        configuration
                .connectionPoolConfiguration()
                .maxSize(config.getOptionalValue(PREFIX + system + ".max-connections", Integer.class)
                        .orElse(10))
                .acquisitionTimeout(timeout(system))
                .connectionValidator(check)
                .validateOnBorrow(true) // one that the system has dropped is not given out again
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
            camel.getRegistry().bind(system, DataSource.class, pool);
            return pool;
        } catch (SQLException e) {
            throw new IllegalStateException("System " + system + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static Class<? extends Driver> driver(String system, String url) {
        return SqlDialect.ofUrl(url)
                .orElseThrow(() -> new IllegalStateException("System " + system
                        + " has a jdbc-url that begins with none of "
                        + SqlDialect.all().stream()
                                .map(SqlDialect::urlPrefix)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ". MySQL is read by jdbc:mariadb:"))
                .driver();
    }

    private String required(String system, String setting) {
        return setting(system, setting).orElseThrow(() -> new SystemNotConfigured(system, setting));
    }

    private Duration duration(String system, String setting, Duration otherwise) {
        return config.getOptionalValue(PREFIX + system + "." + setting, Duration.class)
                .orElse(otherwise);
    }

    private Optional<String> setting(String system, String setting) {
        return config.getOptionalValue(PREFIX + system + "." + setting, String.class);
    }

    @PreDestroy
    void close() {
        pools.values().forEach(AgroalDataSource::close);
    }
}
