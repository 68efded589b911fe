package dev.syncline.system;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.config.Config;

/**
 * What the configuration says of the systems, read when it is needed: {@code syncline.systems.<name>.url}, {@code
 * .token}, {@code .timeout}, or {@code .jdbc-url}, {@code .username}, {@code .password}, {@code .max-connections}. A
 * system needs no rebuild and no start-up knowledge; SQL systems are opened at first use.
 */
@ApplicationScoped
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

    /** How long a call to the system may take; 30 seconds where nothing is configured. */
    public Duration timeout(String system) {
        return config.getOptionalValue(PREFIX + system + ".timeout", Duration.class)
                .orElse(Duration.ofSeconds(30));
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
        var timeout = Long.toString(timeout(system).toMillis());
        try {
            // Validated, so that a connection that the source has dropped is not handed out again.
            var pool = AgroalDataSource.from(new AgroalPropertiesReader()
                    .readProperties(Map.of(
                            AgroalPropertiesReader.JDBC_URL,
                            required(system, "jdbc-url"),
                            AgroalPropertiesReader.PRINCIPAL,
                            setting(system, "username").orElse(""),
                            AgroalPropertiesReader.CREDENTIAL,
                            setting(system, "password").orElse(""),
                            AgroalPropertiesReader.MAX_SIZE,
                            setting(system, "max-connections").orElse("10"),
                            AgroalPropertiesReader.ACQUISITION_TIMEOUT_MS,
                            timeout,
                            AgroalPropertiesReader.CONNECTION_VALIDATOR,
                            "default",
                            AgroalPropertiesReader.VALIDATE_ON_BORROW,
                            "true",
                            AgroalPropertiesReader.EXCEPTION_SORTER,
                            "fatal"))
                    .get());
            camel.getRegistry().bind(system, DataSource.class, pool);
            return pool;
        } catch (SQLException e) {
            throw new IllegalStateException("System " + system + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private String required(String system, String setting) {
        return setting(system, setting).orElseThrow(() -> new SystemNotConfigured(system, PREFIX, setting));
    }

    private Optional<String> setting(String system, String setting) {
        return config.getOptionalValue(PREFIX + system + "." + setting, String.class);
    }

    @PreDestroy
    void close() {
        pools.values().forEach(AgroalDataSource::close);
    }
}
