package dev.syncline.sandbox.erp;

import dev.syncline.sandbox.database.SandboxScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Random;
import javax.sql.DataSource;

/** Fills an empty ERP database with the same rows each time, except for their dates, which end today. */
public final class ErpData {
    private static final long SEED = 20_240_117;

    private ErpData() {}

    /** Fills an empty database; one of an earlier version gets its missing tables. */
    public static void fillWhenEmpty(DataSource erp) {
        try (Connection connection = erp.getConnection();
                Statement statement = connection.createStatement()) {
            boolean isEmpty = !exists(statement, "job_costs");
            if (!isEmpty && exists(statement, "purchase_order_lines")) {
                return;
            }
            // All or nothing: after a kill the database is unchanged, and the next program fills it.
            connection.setAutoCommit(false);
            ErpTime time = new ErpTime(Clock.systemUTC(), new Random(SEED));
            if (isEmpty) {
                statement.execute(SandboxScripts.read("erp.sql"));
                fill(connection, time);
            }
            statement.execute(SandboxScripts.read("purchasing.sql"));
            new ErpPurchasing(connection, time, new Random(SEED + 4)).orders();
            statement.execute(SandboxScripts.read("purchasing-rules.sql"));
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("analyze");
        } catch (SQLException e) {
            throw new IllegalStateException("The sandbox cannot fill its ERP database", e);
        }
    }

    private static void fill(Connection connection, ErpTime time) throws SQLException {
        ErpCosts costs = new ErpCosts(connection, time, new Random(SEED + 1));
        costs.types();
        costs.codes();
        new ErpVendors(connection, time, new Random(SEED + 2)).vendors();
        ErpJobs jobs = new ErpJobs(connection, time, new Random(SEED + 3), costs.codeNumbers());
        jobs.jobs();
        jobs.subJobs();
        jobs.primeContracts();
        costs.jobCosts();
    }

    private static boolean exists(Statement statement, String table) throws SQLException {
        return statement
                .executeQuery("select from pg_tables where schemaname = 'public' and tablename = '" + table + "'")
                .next();
    }
}
