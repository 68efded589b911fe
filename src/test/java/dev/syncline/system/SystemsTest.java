package dev.syncline.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Ledger;
import dev.syncline.support.PlainMariaDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The program opens the database of a system by its URL alone, at run time. */
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
