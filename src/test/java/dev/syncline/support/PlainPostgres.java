package dev.syncline.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL for tests that need no program around it; started at first use, stopped with the process. */
public final class PlainPostgres {
    private static EmbeddedPostgres server;
    private static DataSource pool;

    private PlainPostgres() {}

    public static synchronized DataSource source() throws SQLException {
        if (pool == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("max_prepared_transactions", "5")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            pool = Pool.of(
                    org.postgresql.Driver.class, server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        }
        return pool;
    }

    public static int port() throws SQLException {
        source();
        return server.getPort();
    }

    /** Its user is postgres. */
    public static String url(String database) throws SQLException {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    /**
     * Makes a database anew, with the tables of a hub.
     *
     * @return connections outside the pool
     */
    public static DataSource hub(String database) throws SQLException {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database);
            statement.execute("create database " + database);
        }
        DataSource hub = sessions(database, "postgres");
        Flyway.configure().dataSource(hub).load().migrate();
        return hub;
    }

    /** A connection outside the pool; a user's password is its name. */
    public static Connection session(String database, String user) throws SQLException {
        return sessions(database, user).getConnection();
    }

    private static DataSource sessions(String database, String user) throws SQLException {
        PGSimpleDataSource sessions = new PGSimpleDataSource();
        sessions.setUrl(url(database));
        sessions.setUser(user);
        sessions.setPassword(user);
        return sessions;
    }
}
