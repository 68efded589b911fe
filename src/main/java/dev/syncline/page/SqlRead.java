package dev.syncline.page;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One read of a SQL source that may last over several pages: the connection, its cursor, and the row read ahead that
 * tells whether a tie goes on. Used by one thread at a time.
 */
final class SqlRead implements AutoCloseable {
    private final SqlShape shape;
    private final RowReader row;
    private final int[] places;
    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet result;
    private final long openedAt = System.nanoTime();
    private boolean onRow;
    private SqlCursor position;
    private volatile long usedAt = openedAt;

    private SqlRead(
            SqlQuery query, SqlShape shape, Connection connection, PreparedStatement statement, ResultSet result)
            throws SQLException {
        this.shape = shape;
        this.row = new RowReader(query, shape);
        this.places = shape.places();
        this.connection = connection;
        this.statement = statement;
        this.result = result;
        this.onRow = result.next();
    }

    /** Opens a cursor that fetches a page at a time. Takes over the connection, also when it fails. */
    static SqlRead open(Connection connection, SqlQuery query, SqlShape shape, SqlStatement sql, int fetchSize)
            throws SQLException {
        try {
            PreparedStatement statement = shape.dialect().prepare(connection, sql.rows());
            statement.setFetchSize(fetchSize + 1);
            sql.bind(statement);
            return new SqlRead(query, shape, connection, statement, statement.executeQuery());
        } catch (SQLException e) {
            release(connection);
            throw e;
        }
    }

    SqlShape shape() {
        return shape;
    }

    boolean fitsItsShape() throws SQLException {
        return shape.fits(result.getMetaData());
    }

    /** For what else is to be asked while the cursor is open. */
    Connection connection() {
        return connection;
    }

    /**
     * The next rows: as many as the limit says, and those that tie with the last of them.
     *
     * @param window that rows are left out for, as the source cannot tell which are in it; null for all
     */
    List<Row> next(int limit, Window window) throws SQLException {
        List<Row> rows = new ArrayList<>(Math.min(limit, 4096));
        while (onRow) {
            if (rows.size() >= limit - 1) {
                SqlCursor here = cursor();
                if (rows.size() >= limit && here != null && position != null && !here.equals(position)) {
                    break;
                }
                position = here;
            }
            Row next = row.read(result);
            if (window == null || window.contains(next.changedAt())) {
                rows.add(next);
            }
            onRow = result.next();
        }
        usedAt = System.nanoTime();
        return rows;
    }

    /** Where {@link #next} goes on, or null at the end. */
    String position() {
        return onRow ? position.toString() : null;
    }

    boolean isOlderThan(long nanos) {
        return System.nanoTime() - openedAt > nanos;
    }

    boolean isIdleFor(long nanos) {
        return System.nanoTime() - usedAt > nanos;
    }

    /** Null where the row has a value that cannot be read as text: no page ends there. */
    private SqlCursor cursor() throws SQLException {
        List<String> values = new ArrayList<>(3);
        try {
            if (shape.changedAt() >= 0) {
                values.add(text(shape.changedAt()));
            }
            for (int key : shape.keys()) {
                values.add(text(key));
            }
            return new SqlCursor(values);
        } catch (SQLException e) {
            if (RowReader.isLost(e, result)) {
                throw e;
            }
            return null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    private String text(int index) throws SQLException {
        return shape.dialect()
                .text(
                        result,
                        places[index],
                        shape.types()[index],
                        shape.typeNames().get(index));
    }

    /** Leaves the connection to whoever has it. */
    void end() throws SQLException {
        try (statement;
                result) {
            onRow = false;
        }
    }

    @Override
    public void close() {
        try (connection;
                statement;
                result) {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone; the pool drops it.
        }
    }

    static void release(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone; the pool drops it.
        }
    }
}
