package dev.syncline.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/** A PostgreSQL and its hot standby, two servers: the standby is a copy of the primary's files that replays its log. */
public final class Standby implements AutoCloseable {
    private final Path folder;
    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres standby;

    private Standby(Path folder, EmbeddedPostgres primary, EmbeddedPostgres standby) {
        this.folder = folder;
        this.primary = primary;
        this.standby = standby;
    }

    /** Where the standby is, or will be. */
    static String url() {
        return "jdbc:postgresql://localhost:" + Ports.of("standby") + "/postgres";
    }

    public static Standby start() throws IOException {
        Path folder = Files.createTempDirectory("standby");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path original = folder.resolve("primary");
        Path copy = folder.resolve("standby");
        int port = Ports.of("primary");
        server(original, port).start().close();
        copy(original, copy);
        Files.createFile(copy.resolve("standby.signal"));
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=" + port + " user=postgres'\n",
                StandardOpenOption.APPEND);
        EmbeddedPostgres primary = server(original, port).start();
        return new Standby(folder, primary, server(copy, Ports.of("standby")).start());
    }

    private static EmbeddedPostgres.Builder server(Path folder, int port) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setLocaleConfig("locale", "C")
                .setServerConfig("wal_level", "replica")
                .setServerConfig("max_wal_senders", "5")
                .setServerConfig("hot_standby", "on")
                .setServerConfig("wal_receiver_status_interval", "1")
                .setServerConfig("max_standby_streaming_delay", "0");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
                } else if (!file.getFileName().toString().startsWith("postmaster.")) {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** A connection to the primary. */
    public Connection primary() throws SQLException {
        return primary.getPostgresDatabase().getConnection();
    }

    public void atPrimary(String sql) {
        execute(primary, sql);
    }

    public void atStandby(String sql) {
        execute(standby, sql);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What the standby answers; null while it has not replayed what the question needs. */
    public <T> T ask(Class<T> type, String sql) {
        try (Connection connection = standby.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, type);
        } catch (SQLException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        try (standby;
                primary) {
            // the standby goes first
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
