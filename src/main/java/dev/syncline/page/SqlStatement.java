package dev.syncline.page;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SQL of one read: the route's query, narrowed to a window, to keys, and to what stands after a cursor, in
 * (changed-at, key) order with nulls last. Every value is a parameter.
 */
final class SqlStatement {
    private final SqlQuery query;
    private final SqlShape shape;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    SqlStatement(SqlQuery query, SqlShape shape) {
        this.query = query;
        this.shape = shape;
    }

    SqlStatement in(Window window) {
        if (window.fromNumber() != null) {
            bound(shape.changedAt(), ">=", window.fromNumber(), window.withUnknown());
        } else if (shape.rangeBy() >= 0) {
            boolean isNumber = SqlShape.isNumber(shape.types()[shape.rangeBy()]);
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
        String columns = names(shape.keys());
        boolean single = shape.keys().length == 1;
        String marks = String.join(", ", Collections.nCopies(shape.keys().length, "?"));
        List<List<String>> possible = keys.stream()
                .flatMap(key -> Keys.split(key, shape.keys().length).stream())
                .filter(shape::canHold)
                .toList();
        if (possible.isEmpty()) {
            conditions.add("1 = 0");
            return this;
        }
        conditions.add((single ? columns : "(" + columns + ")") + " in ("
                + String.join(", ", Collections.nCopies(possible.size(), single ? "?" : "(" + marks + ")")) + ")");
        possible.forEach(values::addAll);
        return this;
    }

    /** Rows after the cursor, whose rows themselves, with all that tie with them, were read already. */
    SqlStatement after(SqlCursor cursor) {
        List<Integer> order = order();
        List<String> branches = new ArrayList<>();
        int given = (int) cursor.values().stream().takeWhile(v -> v != null).count();
        if (given > 0 && given == order.size()) {
            // The index's own order: one comparison of rows.
            branches.add("(" + names(order) + ") > (" + String.join(", ", Collections.nCopies(given, "?")) + ")");
            values.addAll(cursor.values());
        }
        for (int i = 0; i < order.size(); i++) {
            boolean whole = given == order.size();
            String value = cursor.values().get(i);
            if (value == null || (whole && !shape.nullable()[order.get(i)])) {
                continue;
            }
            // Behind a value stand the greater ones (in the row comparison where that is whole) and the nulls.
            StringBuilder branch = new StringBuilder();
            List<Object> branchValues = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                String before = cursor.values().get(j);
                branch.append(name(order.get(j))).append(before == null ? " is null and " : " = ? and ");
                if (before != null) {
                    branchValues.add(before);
                }
            }
            if (whole) {
                branch.append(name(order.get(i))).append(" is null");
            } else {
                branch.append("(")
                        .append(name(order.get(i)))
                        .append(" > ? or ")
                        .append(name(order.get(i)))
                        .append(" is null)");
                branchValues.add(value);
            }
            branches.add(branch.toString());
            values.addAll(branchValues);
        }
        conditions.add(branches.isEmpty() ? "1 = 0" : "(" + String.join(" or ", branches) + ")");
        return this;
    }

    String rows() {
        return "select q.* from (" + query.sql() + ") q" + where() + " order by " + names(order());
    }

    String count() {
        return "select count(*) from (" + query.sql() + ") q" + where();
    }

    /** The keys that several rows have: of those asked for, or of all. */
    String duplicates(int most) {
        return "select " + names(shape.keys()) + " from (" + query.sql() + ") q" + where() + " group by "
                + names(shape.keys()) + " having count(*) > 1 fetch first " + most + " rows only";
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof String) {
                statement.setObject(i + 1, value, Types.OTHER); // the server reads it as the column's type
            } else {
                statement.setObject(i + 1, value);
            }
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
        String condition = name(column) + " " + operator + " ?";
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

    private String names(List<Integer> columns) {
        return columns.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String names(int[] columns) {
        return names(IntStream.of(columns).boxed().toList());
    }

    private String name(int column) {
        return "q.\"" + shape.labels().get(column).replace("\"", "\"\"") + "\"";
    }
}
