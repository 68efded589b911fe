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
 * All that the program knows of a database product, for sources and for targets: one class a product, without state. What
 * takes more than a few lines is in parts that this class alone gives out.
 */
public interface SqlDialect {
    /** The products that are read and written. */
    static List<SqlDialect> all() {
        return List.of(PostgresDialect.INSTANCE, MariaDbDialect.INSTANCE, SqlServerDialect.INSTANCE);
    }

    /** Returns the dialect of the database that a connection leads to; empty if the program does not speak it. */
    static Optional<SqlDialect> of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return all().stream()
                .filter(dialect -> dialect.products().contains(product))
                .findFirst();
    }

    /** Returns the dialect of the database that a URL leads to; empty if the program does not speak it. */
    static Optional<SqlDialect> ofUrl(String url) {
        return all().stream()
                .filter(dialect -> url.startsWith(dialect.urlPrefix()))
                .findFirst();
    }

    /** The names by which its driver calls the product, and those that speak the same. */
    List<String> products();

    /** DriverManager knows those alone that its own class loader has come across. */
    Class<? extends Driver> driver();

    /** How the URLs of its driver begin. */
    String urlPrefix();

    /** A name of one part, as a statement has it. */
    String quoted(String name);

    SqlReading reading();

    /** @param metadata of the server that is written to, whose version may count */
    SqlWriting writing(DatabaseMetaData metadata) throws SQLException;

    SqlErrors errors();

    /**
     * The driver's properties that bound how long a connection may be without an answer.
     *
     * @param connect until the server has accepted the connection
     * @param login until the connection stands
     * @param query one statement
     */
    Map<String, String> timeouts(Duration connect, Duration login, Duration query);

    /** A time as most drivers take it: at least one second. */
    static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }

    /** A time as other drivers take it: at least one millisecond. */
    static String millis(Duration duration) {
        return Long.toString(Math.max(1, duration.toMillis()));
    }
}
