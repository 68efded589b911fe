package dev.syncline.sandbox.erp;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;

/** Inserts rows into a table, in JDBC batches. */
final class ErpRows implements AutoCloseable {
    private static final int BATCH = 1_000;
    private final PreparedStatement insert;
    private int waiting;

    /**
     * Creates the batch of a table.
     *
     * @param columns the columns, separated by commas, in the order of the values that {@link #add} takes
     */
    ErpRows(Connection connection, String table, String columns) throws SQLException {
        int count = columns.split(",").length;
        insert = connection.prepareStatement("insert into " + table + " (" + columns + ") values ("
                + String.join(",", Collections.nCopies(count, "?")) + ")");
    }

    void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
        if (++waiting == BATCH) {
            flush();
        }
    }

    private void flush() throws SQLException {
        insert.executeBatch();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        try (insert) {
            flush();
        }
    }
}
