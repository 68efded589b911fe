package dev.syncline.page;

import dev.syncline.sql.KeyColumn;
import dev.syncline.sql.KeyCondition;
import dev.syncline.sql.SqlReading;
import dev.syncline.sql.SqlTypes;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The SQL of one read: the route's query, narrowed to a window, to keys, and to what stands after a cursor, in
 * (changed-at, key) order with nulls where the database has them. Every value is a parameter.
 */
final class SqlStatement {
    private final SqlQuery query;
    private final SqlShape shape;
    private final SqlReading dialect;
    private final Subselect rows;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    SqlStatement(SqlQuery query, SqlShape shape) {
        this.query = query;
        this.shape = shape;
        this.dialect = shape.dialect();
        this.rows = Subselect.of(query, dialect);
    }

    SqlStatement in(Window window) {
        if (query.isFiltered()) {
            return this;
        }
        if (window.fromNumber() != null) {
            bound(shape.changedAt(), ">=", window.fromNumber(), window.withUnknown());
        } else if (shape.rangeBy() >= 0) {
            boolean isNumber = SqlTypes.isNumber(shape.types()[shape.rangeBy()]);
            if (isNumber && (window.from() != null || window.to() != null)) {
                throw new InvalidSource(
                        "Route " + query.route() + ": its changedAt is a row version, so a range by time"
                                + " needs a time column beside it. Name one with parameter rangeBy, or run 'changes' or 'all'");
            }
            if (window.from() != null) {
                bound(shape.rangeBy(), ">=", comparable(window.from(), true), window.withUnknown());
            }
            if (window.to() != null) {
                bound(shape.rangeBy(), upperOperator(), comparable(window.to(), false), window.withUnknown());
            }
        }
        return this;
    }

    /** Keys that the columns cannot hold are nobody's: made up where a row has no key of its own, or mistyped. */
    SqlStatement only(List<String> keys) {
        int[] columns = shape.keys();
        boolean[] numbers = shape.numbers();
        List<List<String>> possible = keys.stream()
                .flatMap(key -> Keys.split(Keys.ofNumbers(key, numbers), columns.length).stream())
                .filter(shape::canHold)
                .toList();
        if (possible.isEmpty()) {
            conditions.add("1 = 0");
            return this;
        }
        KeyCondition condition = dialect.among(
                IntStream.of(columns)
                        .mapToObj(column -> new KeyColumn(
                                name(column),
                                shape.types()[column],
                                shape.typeNames().get(column)))
                        .toList(),
                possible);
        conditions.add(condition.sql());
        values.addAll(condition.values());
        return this;
    }

    /** Rows after the cursor, whose rows themselves, with all that tie with them, were read already. */
    SqlStatement after(SqlCursor cursor) {
        List<Integer> order = order();
        List<String> given = cursor.values();
        boolean byRows = dialect.comparesRows() && !given.contains(null);
        List<String> branches = new ArrayList<>();
        if (byRows) {
            // The index's own order: one comparison of rows. What is left are nulls.
            branches.add("(" + ordered(order) + ") > ("
                    + order.stream().map(this::orderedMark).collect(Collectors.joining(", ")) + ")");
            addValues(order, given, order.size());
        } else if (dialect.hasNullsFirst() && given.get(0) != null) {
            // Says nothing new, but an index can begin there.
            conditions.add(ordered(order.get(0)) + " >= " + orderedMark(order.get(0)));
            addValues(order, given, 1);
        }
        for (int i = 0; i < order.size(); i++) {
            int column = order.get(i);
            boolean isGiven = given.get(i) != null;
            String behind = byRows ? behindAll(column) : isGiven ? behindValue(column) : behindNull(column);
            if (behind == null) {
                continue;
            }
            StringBuilder branch = new StringBuilder();
            for (int j = 0; j < i; j++) {
                int before = order.get(j);
                branch.append(
                        given.get(j) == null
                                ? name(before) + " is null and "
                                : ordered(before) + " = " + orderedMark(before) + " and ");
            }
            branches.add(branch + behind);
            addValues(order, given, byRows ? i : i + 1);
        }
        conditions.add(branches.isEmpty() ? "1 = 0" : "(" + String.join(" or ", branches) + ")");
        return this;
    }

    /** What the comparison of rows leaves out. */
    private String behindAll(int column) {
        return shape.nullable()[column] ? name(column) + " is null" : null;
    }

    private String behindValue(int column) {
        String greater = ordered(column) + " > " + orderedMark(column);
        return dialect.hasNullsFirst() || !shape.nullable()[column]
                ? greater
                : "(" + greater + " or " + name(column) + " is null)";
    }

    private String behindNull(int column) {
        return dialect.hasNullsFirst() ? name(column) + " is not null" : null;
    }

    private void addValues(List<Integer> order, List<String> given, int count) {
        for (int i = 0; i < count; i++) {
            if (given.get(i) != null) {
                values.add(value(order.get(i), given.get(i)));
            }
        }
    }

    String rows() {
        return rows.select(shape.selected() + rows.from() + where() + " order by " + ordered(order()));
    }

    String count() {
        return rows.select("count(*)" + rows.from() + where());
    }

    /** None of the rows: what the source says of it, it says of the values alone. */
    String none() {
        return rows.with() + dialect.first(0, "1" + rows.from() + where());
    }

    /** The keys that several rows have: of those asked for, or of all. */
    String duplicates(int most) {
        List<Integer> keys = IntStream.of(shape.keys()).boxed().toList();
        String groups = keys.stream()
                .flatMap(key -> Stream.of(name(key), ordered(key)))
                .distinct()
                .collect(Collectors.joining(", "));
        String columns = keys.stream().map(this::readAs).collect(Collectors.joining(", "));
        return rows.with()
                + dialect.first(most, columns + rows.from() + where() + " group by " + groups + " having count(*) > 1");
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            dialect.bind(statement, i + 1, values.get(i));
        }
    }

    private List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        if (shape.changedAt() >= 0) {
            order.add(shape.changedAt());
        }
        IntStream.of(shape.keys()).forEach(order::add);
        return order;
    }

    private void bound(int column, String operator, Object value, boolean withUnknown) {
        String condition = name(column) + " " + operator + " " + mark(column);
        conditions.add(
                withUnknown && shape.nullable()[column]
                        ? "(" + condition + " or " + name(column) + " is null)"
                        : condition);
        values.add(value);
    }

    /** A date is in the window when any instant of its day is. */
    private String upperOperator() {
        return shape.types()[shape.rangeBy()] == Types.DATE ? "<=" : "<";
    }

    private Object comparable(Instant bound, boolean isLower) {
        return switch (shape.types()[shape.rangeBy()]) {
            case Types.TIMESTAMP_WITH_TIMEZONE -> bound.atOffset(ZoneOffset.UTC);
            case SqlTypes.UTC -> LocalDateTime.ofInstant(bound, ZoneOffset.UTC);
            case Types.TIMESTAMP ->
                isLower ? LocalBounds.lower(bound, query.zone()) : LocalBounds.upper(bound, query.zone());
            case Types.DATE ->
                (isLower ? bound : bound.minusNanos(1)).atZone(query.zone()).toLocalDate();
            default ->
                throw new InvalidSource("Route " + query.route() + ": column "
                        + shape.labels().get(shape.rangeBy())
                        + " is no time. Name a date, a timestamp or a row version, or cast it in the query");
        };
    }

    private String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private String names(int[] columns) {
        return IntStream.of(columns).mapToObj(this::name).collect(Collectors.joining(", "));
    }

    private String name(int column) {
        return "q." + dialect.quoted(shape.labels().get(column));
    }

    private String readAs(int column) {
        String expression = dialect.readAs(name(column), shape.typeNames().get(column));
        return expression == null ? name(column) : expression;
    }

    private String mark(int column) {
        return dialect.mark(shape.typeNames().get(column));
    }

    private Object value(int column, String text) {
        return dialect.value(shape.types()[column], text);
    }

    private String ordered(List<Integer> columns) {
        return columns.stream().map(this::ordered).collect(Collectors.joining(", "));
    }

    private String ordered(int column) {
        return dialect.ordered(name(column), shape.types()[column]);
    }

    private String orderedMark(int column) {
        return dialect.ordered(mark(column), shape.types()[column]);
    }
}
