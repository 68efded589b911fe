package dev.syncline.page;

import dev.syncline.sql.SqlDialect;
import dev.syncline.sql.SqlReading;
import dev.syncline.system.PageMemory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One read of a SQL source that may last over several pages: the connection, its cursor, and the row read ahead that
 * tells whether a tie goes on. Used by one thread at a time.
 */
final class SqlRead implements AutoCloseable {
    /** Rows that are fetched before it is known how wide they are. */
    static final int FIRST = 16;

    /** Rows after which the number to fetch is looked at again. */
    private static final int STEP = 16;

    private final SqlShape shape;
    private final RowReader row;
    private final int[] places;
    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet result;
    private final int most;
    private final boolean isCautious;
    private final PageMemory memory;
    private final long openedAt = System.nanoTime();
    private long widest;
    private long bytes;
    private int read;
    private boolean isCut;
    private boolean onRow;
    private SqlCursor position;
    private volatile long usedAt = openedAt;

    private SqlRead(
            SqlQuery query,
            SqlShape shape,
            Connection connection,
            PreparedStatement statement,
            ResultSet result,
            Fetch fetch)
            throws SQLException {
        this.most = fetch.most();
        this.isCautious = fetch.first() == 1;
        this.memory = fetch.memory();
        this.shape = shape;
        this.row = new RowReader(query, shape);
        this.places = shape.places();
        this.connection = connection;
        this.statement = statement;
        this.result = result;
        this.onRow = result.next();
    }

    /**
     * How many rows are fetched at a time: a few at first, then as many as are wanted and as fit, by the widest of the
     * last ones.
     *
     * @param first one, where a row may be so wide that no other fits beside it: then a page ends before each that is
     *     too wide
     */
    record Fetch(int most, int first, PageMemory memory) {}

    /** Opens a cursor that fetches a page at a time. Takes over the connection, also when it fails. */
    static SqlRead open(Connection connection, SqlQuery query, SqlShape shape, SqlStatement sql, Fetch fetch)
            throws SQLException {
        try {
            PreparedStatement statement = shape.dialect().prepare(connection, sql.rows());
            statement.setFetchSize(Math.min(fetch.most(), fetch.first()));
            sql.bind(statement);
            return new SqlRead(query, shape, connection, statement, statement.executeQuery(), fetch);
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
     * The next rows: as many as the limit says and as fit a page, and those that tie with the last of them.
     *
     * @param window that rows are left out for, as the source cannot tell which are in it; null for all
     */
    List<Row> next(int limit, Window window) throws SQLException {
        List<Row> rows = new ArrayList<>(Math.min(limit, 4096));
        bytes = 0;
        position = null;
        while (onRow) {
            if (isFull(rows, limit) && position != null) {
                SqlCursor here = cursor();
                if (here != null && !here.equals(position)) {
                    break;
                }
            }
            Row next = row.read(result);
            if (window == null || window.contains(next.changedAt())) {
                rows.add(bounded(next));
            }
            if (isCautious || isFull(rows, limit)) {
                position = cursor();
            }
            forward();
        }
        usedAt = System.nanoTime();
        return rows;
    }

    private boolean isFull(List<Row> rows, int limit) {
        return rows.size() >= limit || bytes >= memory.page();
    }

    private Row bounded(Row next) {
        long width = RowBytes.of(next);
        widest = Math.max(width, widest - widest / 64);
        if (width <= memory.row()) {
            bytes += width;
            return next;
        }
        return WideRow.of(next, shape, memory);
    }

    /** @throws SQLException also when the next row is too wide for the driver, and was not expected to be */
    private void forward() throws SQLException {
        if (++read % STEP == STEP - 1) {
            result.setFetchSize((int) Math.max(1, Math.min(most, memory.page() / Math.max(widest, 1))));
        }
        try {
            onRow = result.next();
        } catch (SQLException e) {
            if (!isCautious || position == null || !shape.dialect().errors().isTooWide(e)) {
                throw e;
            }
            onRow = false;
            isCut = true;
        }
    }

    /** Where {@link #next} goes on, or null at the end. */
    String position() {
        return onRow || isCut ? position.toString() : null;
    }

    /** Of the rows that it gave last. */
    long bytes() {
        return bytes;
    }

    /** Where the last row stands. */
    String last() {
        return position.toString();
    }

    /** Whether it ends before a row that is too wide: another one goes on there. */
    boolean isCut() {
        return isCut;
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

    /** The rows first: MariaDB's driver would read all that are left before it rolls back. */
    @Override
    public void close() {
        try (connection) {
            end();
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone; the pool drops it.
        }
    }

    /** @throws InvalidSource when the program does not speak to such a database */
    static SqlReading dialect(Connection connection) throws SQLException {
        Optional<SqlDialect> dialect = SqlDialect.of(connection);
        if (dialect.isEmpty()) {
            throw new InvalidSource("A source is a database of the kind '"
                    + connection.getMetaData().getDatabaseProductName()
                    + "', which is not read yet. PostgreSQL, MariaDB, MySQL and SQL Server are");
        }
        return dialect.get().reading();
    }

    /** A connection that is ready to read. */
    static Connection connect(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try {
            dialect(connection).begin(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            release(connection);
            throw e;
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
