package dev.syncline.record;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.support.PlainPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The statements, as two processes that start at the same time carry them out. */
class LogPartitionsTest {
    private static final String PARTITIONS =
            "select count(*) from pg_inherits where inhparent = 'sync_document_log'::regclass";

    @Test
    void twoProcessesMakeAPartitionOnce() throws Exception {
        DataSource hub = PlainPostgres.hub("log_partitions");
        try (Connection one = hub.getConnection();
                Connection other = hub.getConnection()) {
            make(one);
            long all = number(one, PARTITIONS);
            execute(one, "drop table sync_document_log_" + text(one, "select to_char(now(), 'YYYYMM')"));

            one.setAutoCommit(false);
            make(one);
            long waiting = number(other, "select pg_backend_pid()");
            other.setAutoCommit(false);
            CompletableFuture<Void> making = CompletableFuture.runAsync(() -> {
                try {
                    make(other);
                    other.commit();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            await().until(() -> making.isDone()
                    || number(one, "select count(*) from pg_locks where not granted and pid = " + waiting) > 0);
            one.commit();
            making.get(3, TimeUnit.MINUTES);
            assertEquals(all, number(one, PARTITIONS));
        }
    }

    private static void make(Connection connection) throws SQLException {
        for (String statement : LogPartitions.MAKE) {
            execute(connection, statement);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
