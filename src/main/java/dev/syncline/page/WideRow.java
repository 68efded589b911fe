package dev.syncline.page;

import dev.syncline.page.SqlRead.Fetch;
import dev.syncline.system.PageMemory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A row of which there is more than memory has room for: its record fails, and the others go. */
final class WideRow {
    private WideRow() {}

    /** Its key alone, which says why it is not passed on. */
    static Row of(Row row, SqlShape shape, PageMemory memory) {
        Map<String, Object> key = new LinkedHashMap<>(row.fields());
        key.keySet().retainAll(shape.fixed());
        return new Row(row.key(), row.changedAt(), key, false, Mark.refused(reason(memory)), null);
    }

    /**
     * The row at which a page would begin, and of which not even the driver takes all: only its key is asked for.
     *
     * @param shape of the query
     * @param from makes the statement whose first row it is
     * @param cursor makes a page's cursor of the row's place
     */
    static Page page(
            SqlQuery query,
            SqlShape shape,
            DataSource source,
            PageMemory memory,
            BiFunction<SqlQuery, SqlShape, SqlStatement> from,
            UnaryOperator<String> cursor)
            throws SQLException {
        SqlQuery narrow = query.narrowed(shape);
        Connection connection = SqlRead.connect(source);
        try {
            SqlShape narrowShape = SqlShapes.asked(connection, narrow);
            SqlRead read = SqlRead.open(
                    connection, narrow, narrowShape, from.apply(narrow, narrowShape), new Fetch(2, 1, memory));
            List<Row> rows = read.next(1, null);
            return new Page(
                    rows.stream().map(row -> of(row, shape, memory)).toList(),
                    rows.isEmpty() ? null : cursor.apply(read.last()),
                    null,
                    null,
                    null,
                    shape.unit(query));
        } finally {
            SqlRead.release(connection);
        }
    }

    private static String reason(PageMemory memory) {
        return "Its row is larger than the " + (memory.row() >> 20)
                + " MiB that are taken of one record. Leave wide columns out of the route's query or shorten them there,"
                + " or give the program more memory (-Xmx): a sixteenth of it may be one record";
    }
}
