package dev.syncline.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.secret.SecretSettings;
import dev.syncline.support.OwnAuthority;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SQL system whose certificate is signed by an authority of one's own, and whose password stands in a file. */
class JdbcSecurityTest {
    @TempDir
    static Path folder;

    private static OwnAuthority authority;
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws Exception {
        authority = OwnAuthority.in(folder);
        Path hba = Files.writeString(
                folder.resolve("hba.conf"),
                "hostssl all reader all scram-sha-256\nhost all postgres all trust\nlocal all all trust\n");
        server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", authority.certificate().toString())
                .setServerConfig("ssl_key_file", authority.key().toString())
                .setServerConfig("hba_file", hba.toString())
                .start();
        execute("create role reader login password 'first'");
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void isVerifiedByTheMountedRootCertificateAndByNoOther() throws Exception {
        execute("alter role reader password 'first'");
        Path password = Files.writeString(folder.resolve("verified"), "first\n");
        try (Connection connection =
                        system("localhost", authority.certificate(), password).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select ssl, version from pg_stat_ssl where pid = pg_backend_pid()")) {
            assertTrue(row.next() && row.getBoolean(1));
            assertTrue(row.getString(2).startsWith("TLSv1."), row.getString(2));
        }
        Path another = Path.of("src/test/resources/ca/own.crt");
        assertThrows(
                SQLException.class,
                () -> system("localhost", another, password).getConnection(),
                "an authority that did not sign it");
        assertThrows(
                SQLException.class,
                () -> system("127.0.0.1", authority.certificate(), password).getConnection(),
                "a name that the certificate is not for");
    }

    @Test
    void aPasswordThatChangesInItsFileIsTakenByTheNextConnectionWithoutARestart() throws Exception {
        execute("alter role reader password 'first'");
        Path password = Files.writeString(folder.resolve("changing"), "first\n");
        DataSource pool = system("localhost", authority.certificate(), password);
        try (Connection before = pool.getConnection()) {
            execute("alter role reader password 'pa${ss'");
            assertThrows(SQLException.class, pool::getConnection, "the file has the old one");
            Files.writeString(password, "pa${ss\n");
            try (Connection after = pool.getConnection()) {
                assertTrue(after.isValid(60));
                assertTrue(before.isValid(60), "what stands is left alone");
                assertEquals("reader", after.getMetaData().getUserName());
            }
        }
    }

    private static DataSource system(String host, Path root, Path password) {
        Map<String, String> settings = Map.of(
                "syncline.systems.erp.jdbc-url",
                "jdbc:postgresql://" + host + ":" + server.getPort() + "/postgres?sslmode=verify-full&sslrootcert="
                        + root.toAbsolutePath(),
                "syncline.systems.erp.username",
                "reader",
                "syncline.systems.erp.password-file",
                password.toString());
        return new Systems(
                        new SmallRyeConfigBuilder()
                                .addDefaultInterceptors()
                                .withInterceptors(new SecretSettings())
                                .withSources(new PropertiesConfigSource(settings, "test", 200))
                                .build(),
                        new DefaultCamelContext())
                .sql("erp");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
