package dev.syncline.sql;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that differs between database products, for sources and targets: one stateless class for each product.
 * Larger parts are in classes that only the dialect returns.
 */
public interface SqlDialect {
    /** Returns the dialects of the supported products. */
    static List<SqlDialect> all() {
        return List.of(PostgresDialect.INSTANCE, MariaDbDialect.INSTANCE, SqlServerDialect.INSTANCE);
    }

    /** Returns the dialect of a connection's database; empty if it is not supported. */
    static Optional<SqlDialect> of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return all().stream()
                .filter(dialect -> dialect.products().contains(product))
                .findFirst();
    }

    /** Returns the dialect of a JDBC URL; empty if it is not supported. */
    static Optional<SqlDialect> ofUrl(String url) {
        return all().stream()
                .filter(dialect -> url.startsWith(dialect.urlPrefix()))
                .findFirst();
    }

    /** Returns the product names that its driver reports, compatible products included. */
    List<String> products();

    /** Returns the driver, which DriverManager does not find in every class loader. */
    Class<? extends Driver> driver();

    /** Returns the prefix of its JDBC URLs. */
    String urlPrefix();

    /** Quotes a name of one part for a statement. */
    String quoted(String name);

    SqlReading reading();

    /** @param metadata of the target, whose version may matter */
    SqlWriting writing(DatabaseMetaData metadata) throws SQLException;

    SqlErrors errors();

    /**
     * Returns the driver properties that bound how long a connection waits for an answer.
     *
     * @param connect time until the server has accepted the connection
     * @param login time until the connection is established
     * @param query time for one statement
     */
    Map<String, String> timeouts(Duration connect, Duration login, Duration query);

    /** Returns a duration in whole seconds, at least one. */
    static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }

    /** Returns a duration in milliseconds, at least one. */
    static String millis(Duration duration) {
        return Long.toString(Math.max(1, duration.toMillis()));
    }
}
