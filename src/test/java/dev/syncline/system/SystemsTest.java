package dev.syncline.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.BlackHole;
import dev.syncline.support.Ledger;
import dev.syncline.support.PlainMariaDb;
import dev.syncline.support.PlainPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program opens the database of a system by its URL alone, at run time. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class SystemsTest {
    @Inject
    Systems systems;

    @Test
    void opensMariaDb() throws SQLException {
        configure("shop", PlainMariaDb.url(), "root");
        try (Connection connection = systems.sql("shop").getConnection()) {
            assertEquals("MariaDB", connection.getMetaData().getDatabaseProductName());
        }
    }

    @Test
    void hasADriverForSqlServer() {
        configure("depot", "jdbc:sqlserver://localhost:1;encrypt=false;loginTimeout=1", "sa");
        String message = assertThrows(
                        SQLException.class, () -> systems.sql("depot").getConnection())
                .getMessage();
        assertTrue(message.contains("TCP/IP") && message.contains("localhost"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlserver"})
    @Timeout(value = 10, unit = TimeUnit.MINUTES) // without bounds it would hang for ever
    void aDatabaseThatAcceptsAndIsSilentIsGivenUp(String kind) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String at = "jdbc:" + kind + "://localhost:" + silent.getLocalPort();
            configure("silent-" + kind, kind.equals("sqlserver") ? at + ";encrypt=false" : at + "/silent", "sa");
            System.setProperty("syncline.systems.silent-" + kind + ".timeout", "PT2S");
            assertThrows(SQLException.class, () -> systems.sql("silent-" + kind).getConnection());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    @Timeout(value = 10, unit = TimeUnit.MINUTES) // MariaDB may have to be installed first
    void aStatementIsGivenUpWhenTheConnectionVanishesUnderIt(String kind) throws Exception {
        boolean isPostgres = kind.equals("postgresql");
        String direct = isPostgres ? PlainPostgres.url("postgres") : PlainMariaDb.url();
        int port = Integer.parseInt(direct.replaceAll(".*:(\\d+)/.*", "$1"));
        String system = "vanishing-" + kind;
        try (BlackHole network = new BlackHole(port)) {
            configure(system, direct.replace(":" + port, ":" + network.port()), isPostgres ? "postgres" : "root");
            System.setProperty("syncline.systems." + system + ".query-timeout", "PT1S");
            System.setProperty("syncline.systems." + system + ".connect-timeout", "PT1S");
            try (Connection connection = systems.sql(system).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("select 1");
                network.swallow(false);
                assertThrows(SQLException.class, () -> statement.execute("select 2"));
            }
            try (Connection connection = systems.sql(system).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("select 3");
            }
        }
    }

    @Test
    void saysWhichDatabasesItOpens() {
        configure("attic", "jdbc:db2://localhost/attic", "sa");
        String message = assertThrows(IllegalStateException.class, () -> systems.sql("attic"))
                .getMessage();
        assertTrue(message.contains("attic") && message.contains("jdbc:mariadb:"), message);
    }

    private static void configure(String system, String url, String user) {
        System.setProperty("syncline.systems." + system + ".jdbc-url", url);
        System.setProperty("syncline.systems." + system + ".username", user);
    }
}
