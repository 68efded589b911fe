package dev.syncline.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** An embedded PostgreSQL with one database for the source and one for Syncline. */
record Database(EmbeddedPostgres server) implements AutoCloseable {
    static final String USER = "postgres";
    static final String SOURCE = "erp";
    static final String HUB = "syncline";
    static final String BATCH = "batch";

    static Database start(Path log) throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "30min")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setOutputRedirector(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        Database database = new Database(server);
        database.execute("postgres", "create database " + SOURCE);
        database.execute("postgres", "create database " + HUB);
        return database;
    }

    String url(String name) {
        return server.getJdbcUrl(USER, name);
    }

    DataSource dataSource(String name) {
        return server.getDatabase(USER, name);
    }

    void execute(String name, String... statements) throws SQLException {
        try (Connection connection = dataSource(name).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Writes out what earlier work left behind, so that it does not fall into the next measurement. */
    void settle() throws SQLException {
        execute("postgres", "checkpoint");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
