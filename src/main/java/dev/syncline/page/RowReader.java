package dev.syncline.page;

import dev.syncline.json.Escaped;
import dev.syncline.value.FieldText;
import dev.syncline.value.Micros;
import dev.syncline.value.UnreadableValue;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes rows of what a driver gives. A value that cannot be read costs its row alone: the row is marked, and has the
 * database's text in its place.
 */
final class RowReader {
    private static final int MOST_SHOWN = 200;

    private final SqlQuery query;
    private final SqlShape shape;
    private final List<String> names;
    private final int[] places;
    private Mark mark;

    RowReader(SqlQuery query, SqlShape shape) {
        this.query = query;
        this.shape = shape;
        this.places = shape.places();
        this.names = IntStream.range(0, shape.labels().size())
                .filter(i -> i != shape.changedAt())
                .mapToObj(shape.labels()::get)
                .toList();
    }

    /** @throws SQLException when the connection is lost */
    Row read(ResultSet result) throws SQLException {
        mark = null;
        Object[] values = new Object[names.size()];
        int n = 0;
        Object changedAt = null;
        for (int i = 0; i < places.length; i++) {
            Object value = value(result, i);
            if (i == shape.changedAt()) {
                changedAt = value;
            } else {
                values[n++] = value;
            }
        }
        List<String> parts = new ArrayList<>(shape.keys().length);
        for (int key : shape.keys()) {
            Object value = key == shape.changedAt() ? changedAt : values[isBehindChangedAt(key) ? key - 1 : key];
            parts.add(keyPart(value, result, places[key]));
        }
        Long moment = changedAt == null ? null : changedAt(changedAt);
        return new Row(Keys.join(parts), moment, new Fields(names, values), false, mark, null);
    }

    /**
     * A part of a row's key.
     *
     * @param column index of the column in the shape
     * @param place of its value in the result
     */
    static String keyPart(SqlShape shape, ResultSet result, int column, int place) throws SQLException {
        try {
            Object value = shape.dialect()
                    .read(
                            result,
                            place,
                            shape.types()[column],
                            shape.typeNames().get(column));
            return keyPart(value, result, place);
        } catch (SQLException | RuntimeException e) {
            return text(result, place, e);
        }
    }

    private static String keyPart(Object value, ResultSet result, int place) throws SQLException {
        return value instanceof Collection || value instanceof Map ? result.getString(place) : Keys.part(value);
    }

    private boolean isBehindChangedAt(int column) {
        return shape.changedAt() >= 0 && column > shape.changedAt();
    }

    private Object value(ResultSet result, int column) throws SQLException {
        try {
            return shape.dialect()
                    .read(
                            result,
                            places[column],
                            shape.types()[column],
                            shape.typeNames().get(column));
        } catch (SQLException | RuntimeException e) {
            String text = text(result, places[column], e);
            refuse(
                    column,
                    text,
                    e instanceof UnreadableValue ? e.getMessage() : "it cannot be read: " + e.getMessage());
            return text;
        }
    }

    /** What the database itself writes for a value that cannot be read; null where its bytes are no text. */
    private static String text(ResultSet result, int place, Exception failure) throws SQLException {
        if (failure instanceof SQLException lost && isLost(lost, result)) {
            throw lost;
        }
        try {
            return result.getString(place);
        } catch (SQLException e) {
            if (isLost(e, result)) {
                throw e;
            }
            return null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** Whether it is the connection that failed, and not a value. */
    static boolean isLost(SQLException failure, ResultSet result) throws SQLException {
        String state = failure.getSQLState();
        return failure instanceof SQLFeatureNotSupportedException
                || state != null && (state.startsWith("08") || state.startsWith("57"))
                || result.isClosed();
    }

    private Long changedAt(Object value) {
        try {
            if (query.changedAtFormat() != null) {
                return query.changedAtFormat()
                        .instant(FieldText.of(value), query.zone())
                        .map(Micros::of)
                        .orElse(null);
            } else if (value instanceof BigDecimal number) {
                return number.toBigInteger().longValueExact();
            } else if (value instanceof Number number) {
                return number.longValue();
            } else if (value instanceof Instant instant) {
                return Micros.of(instant);
            } else if (value instanceof LocalDateTime local) {
                return Micros.of(local.atZone(query.zone()).toInstant());
            } else if (value instanceof LocalDate date) {
                return Micros.of(date.atStartOfDay(query.zone()).toInstant());
            } else if (value.equals("infinity") || value.equals("-infinity")) {
                return null;
            }
        } catch (DateTimeException | ArithmeticException e) {
            hold(value, e.getMessage());
            return null;
        }
        hold(value, "no time and no row version");
        return null;
    }

    private void refuse(int column, String text, String problem) {
        if (mark == null) {
            mark = Mark.refused("Its column '" + shape.labels().get(column) + "' cannot be sent: " + problem
                    + (text == null ? "" : ". It holds '" + Escaped.bounded(text, MOST_SHOWN) + "'")
                    + ". Correct it at the source, or cast it in the route's query; the next run sends the record");
        }
    }

    private void hold(Object value, String problem) {
        if (mark == null) {
            mark = Mark.held("Its " + shape.labels().get(shape.changedAt()) + " does not say when it changed: '"
                    + Escaped.bounded(FieldText.of(value), MOST_SHOWN) + "' (" + problem
                    + "). Correct it at the source, or the route's changedAtFormat; the record goes with the next run");
        }
    }
}
