package dev.syncline.page;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * One read of a SQL source that may last over several pages: the connection, its cursor, and the row read ahead that
 * tells whether a tie goes on. Used by one thread at a time.
 */
final class SqlRead implements AutoCloseable {
    private final SqlQuery query;
    private final SqlShape shape;
    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet result;
    private final long openedAt = System.nanoTime();
    private final List<String> names;
    private boolean onRow;
    private SqlCursor position;
    private volatile long usedAt = openedAt;

    private SqlRead(
            SqlQuery query, SqlShape shape, Connection connection, PreparedStatement statement, ResultSet result)
            throws SQLException {
        this.query = query;
        this.shape = shape;
        this.connection = connection;
        this.statement = statement;
        this.result = result;
        this.names = IntStream.range(0, shape.labels().size())
                .filter(i -> i != shape.changedAt())
                .mapToObj(shape.labels()::get)
                .toList();
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

    /** The next rows: as many as the limit says, and those that tie with the last of them. */
    List<Row> next(int limit) throws SQLException {
        List<Row> rows = new ArrayList<>(Math.min(limit, 4096));
        while (onRow) {
            if (rows.size() >= limit - 1) {
                SqlCursor here = cursor();
                if (rows.size() >= limit && !here.equals(position)) {
                    break;
                }
                position = here;
            }
            rows.add(row());
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

    private SqlCursor cursor() throws SQLException {
        List<String> values = new ArrayList<>(3);
        if (shape.changedAt() >= 0) {
            values.add(text(shape.changedAt()));
        }
        for (int key : shape.keys()) {
            values.add(text(key));
        }
        return new SqlCursor(values);
    }

    private String text(int index) throws SQLException {
        return shape.dialect().text(result, index + 1, shape.types()[index]);
    }

    private Row row() throws SQLException {
        Object[] values = new Object[names.size()];
        int n = 0;
        Long changedAt = null;
        for (int i = 0; i < shape.types().length; i++) {
            if (i == shape.changedAt()) {
                changedAt = changedAt(i);
            } else {
                values[n++] = value(i);
            }
        }
        List<String> parts = new ArrayList<>(shape.keys().length);
        for (int key : shape.keys()) {
            Object value = key == shape.changedAt() ? value(key) : values[isBehindChangedAt(key) ? key - 1 : key];
            parts.add(Objects.toString(value, null));
        }
        return new Row(Keys.join(parts), changedAt, new Fields(names, values), false);
    }

    private boolean isBehindChangedAt(int column) {
        return shape.changedAt() >= 0 && column > shape.changedAt();
    }

    private Long changedAt(int column) throws SQLException {
        Object value = value(column);
        if (value == null) {
            return null;
        } else if (value instanceof Number number) {
            return number.longValue();
        } else if (value instanceof Instant instant) {
            return Micros.of(instant);
        } else if (value instanceof LocalDateTime local) {
            return Micros.of(local.atZone(query.zone()).toInstant());
        } else if (value instanceof LocalDate date) {
            return Micros.of(date.atStartOfDay(query.zone()).toInstant());
        }
        throw new InvalidSource("Route " + query.route() + ": column "
                + shape.labels().get(column) + " is no time and no number: '" + value + "'");
    }

    private Object value(int index) throws SQLException {
        return value(result, index + 1, shape.types()[index]);
    }

    /** @param type as {@link SqlShape#types} has it */
    static Object value(ResultSet result, int column, int type) throws SQLException {
        switch (type) {
            case SqlShape.JSON -> {
                String json = result.getString(column);
                return json == null ? null : new RawJson(json);
            }
            case Types.TIMESTAMP_WITH_TIMEZONE -> {
                OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
                return time == null ? null : time.toInstant();
            }
            case Types.TIMESTAMP -> {
                return result.getObject(column, LocalDateTime.class);
            }
            case SqlShape.UTC -> {
                LocalDateTime time = result.getObject(column, LocalDateTime.class);
                return time == null ? null : time.toInstant(ZoneOffset.UTC);
            }
            case SqlShape.ROW_VERSION -> {
                byte[] version = result.getBytes(column);
                return version == null ? null : ByteBuffer.wrap(version).getLong();
            }
            case Types.DATE -> {
                return result.getObject(column, LocalDate.class);
            }
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.NVARCHAR, Types.NCHAR -> {
                return result.getString(column);
            }
            case Types.INTEGER, Types.SMALLINT, Types.TINYINT, Types.BIGINT -> {
                long number = result.getLong(column);
                return result.wasNull() ? null : number;
            }
            case Types.NUMERIC, Types.DECIMAL -> {
                BigDecimal number = result.getBigDecimal(column);
                return number;
            }
            case Types.REAL, Types.DOUBLE, Types.FLOAT -> {
                double number = result.getDouble(column);
                return result.wasNull() ? null : number;
            }
            case Types.BOOLEAN, Types.BIT -> {
                boolean flag = result.getBoolean(column);
                return result.wasNull() ? null : flag;
            }
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> {
                return result.getBytes(column);
            }
            case Types.ARRAY -> {
                java.sql.Array array = result.getArray(column);
                return array == null ? null : Arrays.asList((Object[]) array.getArray());
            }
            default -> {
                return result.getString(column);
            }
        }
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
