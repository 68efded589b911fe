package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/** Two PostgreSQLs that hold one hub: a primary, and a standby that follows it. They are promoted and demoted for real. */
final class HubPair implements AutoCloseable {
    private final Server first;
    private final Server second;
    private Server primary;
    private Server standby;

    HubPair(Path folder) throws IOException, SQLException {
        first = new Server(folder.resolve("first"));
        second = new Server(folder.resolve("second"));
        primary = first;
        standby = second;
        first.start();
        first.execute("postgres", "create database hub");
        first.stop();
        copy(first.data, second.data);
        first.start();
        second.follow(first);
    }

    /** Names both. */
    String url() {
        return "jdbc:postgresql://localhost:" + first.port + ",localhost:" + second.port + "/hub";
    }

    int primaryPort() {
        return primary.port;
    }

    Connection connection() throws SQLException {
        return primary.connect("hub");
    }

    /** The primary takes no writes any more; connections to it stay open. */
    void fence() throws SQLException {
        primary.execute("postgres", "alter system set default_transaction_read_only = on");
        primary.execute("postgres", "select pg_reload_conf()");
    }

    /** The standby becomes the primary, and the primary comes back as its standby. */
    void failOver() throws IOException, SQLException {
        primary.execute("postgres", "alter system reset default_transaction_read_only");
        primary.stop();
        standby.execute("postgres", "select pg_promote()");
        primary.follow(standby);
        Server before = primary;
        primary = standby;
        standby = before;
    }

    @Override
    public void close() throws IOException {
        first.stop();
        second.stop();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        to.toFile().setReadable(false, false);
        to.toFile().setExecutable(false, false);
        to.toFile().setReadable(true, true);
        to.toFile().setExecutable(true, true);
    }

    /** One of them. */
    private static final class Server {
        private final Path data;
        private final int port = Program.freePort();
        private EmbeddedPostgres running;
        private String follows = "";

        private Server(Path data) throws IOException {
            this.data = data;
            Files.createDirectories(data.getParent());
        }

        private void start() throws IOException {
            running = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofMinutes(5))
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("primary_conninfo", follows)
                    .start();
        }

        /** Starts as a standby of the other one. */
        private void follow(Server other) throws IOException {
            follows = "'host=localhost port=" + other.port + " user=postgres'";
            Files.writeString(data.resolve("standby.signal"), "");
            start();
            await().until(() -> other.isFollowed());
        }

        private void stop() throws IOException {
            if (running != null) {
                running.close();
                running = null;
            }
        }

        private boolean isFollowed() throws SQLException {
            try (Connection connection = connect("postgres");
                    Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("select from pg_stat_replication where state = 'streaming'")) {
                return rows.next();
            }
        }

        private void execute(String database, String sql) throws SQLException {
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        private Connection connect(String database) throws SQLException {
            return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/" + database, "postgres", "");
        }
    }
}
