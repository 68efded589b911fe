package dev.syncline.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class HubPlansTest {
    /** PostgreSQL may keep a plan from the sixth time on; the driver prepares at the server from the fifth. */
    private static final int UNTIL_A_PLAN_IS_KEPT = 12;

    @Inject
    DataSource hub;

    /** A plan that is kept from when a table was empty would read all of it again with every page of a first load. */
    @Test
    void looksUpByIndexWhatWasEmptyWhenFirstAsked() throws SQLException {
        try (Connection connection = hub.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temp table growing (route integer, key text, primary key (route, key))");
            statement.execute("analyze growing");
            for (int i = 0; i < UNTIL_A_PLAN_IS_KEPT; i++) {
                lookUp(connection);
            }
            statement.execute("insert into growing select 1, n::text from generate_series(1, 100000) n");
            long before = fullReads(statement);
            assertEquals(2, lookUp(connection));
            assertEquals(before, fullReads(statement), "it was read from end to end");
            connection.rollback();
        }
    }

    private static int lookUp(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select key from growing where route = ? and key = any (?)")) {
            select.setInt(1, 1);
            select.setArray(2, connection.createArrayOf("text", new String[] {"7", "70000"}));
            int found = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found++;
                }
            }
            return found;
        }
    }

    private static long fullReads(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select seq_scan from pg_stat_xact_user_tables where relname = 'growing'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
