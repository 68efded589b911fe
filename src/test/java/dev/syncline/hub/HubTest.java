package dev.syncline.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.system.ConnectionCheck;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class HubTest {
    @Inject
    AgroalDataSource hub;

    @Inject
    Flyway flyway;

    @Inject
    HubProbe probe;

    private final Database database = Database.hub();

    @Test
    void noConnectionHangsForEver() throws SQLException {
        AgroalConnectionPoolConfiguration pool = hub.getConfiguration().connectionPoolConfiguration();
        assertTrue(pool.validateOnBorrow());
        assertTrue(pool.connectionValidator() instanceof ConnectionCheck);
        assertTrue(pool.exceptionSorter() instanceof ConnectionCheck);
        assertFalse(pool.acquisitionTimeout().isZero());
        try (Connection connection = hub.getConnection()) {
            assertEquals(75_000, connection.getNetworkTimeout());
            assertEquals("1min", setting(connection, "statement_timeout"));
            assertEquals("20s", setting(connection, "idle_in_transaction_session_timeout"));
        }
    }

    @Test
    void aMigrationMayTakeAsLongAsItTakes() throws SQLException {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            assertEquals(0, connection.getNetworkTimeout());
            assertEquals("0", setting(connection, "statement_timeout"));
        } finally {
            hub.flush(AgroalDataSource.FlushMode.ALL);
        }
    }

    @Test
    void theProbeWritesAndLeavesNothing() {
        assertEquals(Optional.empty(), probe.problem());
        assertEquals(0, database.value(Long.class, "select count(*) from sync_system where name like 'probe %'"));
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
