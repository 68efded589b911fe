package dev.syncline.page;

import dev.syncline.page.SqlRead.Fetch;
import dev.syncline.system.PageMemory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Records that are asked for by their keys, up to a page's bytes; the cursor says how far it came. */
final class SqlLookups {
    private static final Logger LOG = Logger.getLogger(SqlLookups.class);

    private final SqlShapes shapes;
    private final OpenReads open;
    private final PageMemory room;

    SqlLookups(SqlShapes shapes, OpenReads open, PageMemory room) {
        this.shapes = shapes;
        this.open = open;
        this.room = room;
    }

    /** The records of these keys and no others; a key that the source's columns cannot have finds nothing. */
    Page named(SqlQuery query, DataSource source, SourceMemory memory, ReadRequest request) throws SQLException {
        return named(query, source, memory, request, Manner.PLAIN);
    }

    private Page named(SqlQuery query, DataSource source, SourceMemory memory, ReadRequest request, Manner manner)
            throws SQLException {
        try {
            return atOnce(query, source, memory, request, manner);
        } catch (SQLException e) {
            SqlShape shape = shapes.known(query, request);
            if (shape == null) {
                throw e;
            }
            if (shape.dialect().errors().isTooWide(e)) {
                return manner.oneByOne()
                        ? tooWide(query, source, shape, request)
                        : named(query, source, memory, request, manner.withOneByOne());
            }
            if (shape.dialect().errors().refusesValue(e)) {
                List<String> possible = possible(query, source, shape, request.keys());
                if (possible.size() < request.keys().size()) {
                    return named(query, source, memory, request.with(possible), manner);
                }
            }
            if (!manner.asBytes() && shape.dialect().errors().refusesBytes(e)) {
                LOG.infof(
                        "Route %s: the source holds bytes that are no text, so its text is read as bytes: %s",
                        query.route(), e.getMessage());
                return named(query, source, memory, request, manner.withBytes());
            }
            throw e;
        }
    }

    /**
     * Asks for them on the connection of the run's cursor, where the database allows that and no other thread reads from
     * it: a run that waits for a second connection while its cursor has the pool's last one waits in vain.
     */
    private Page atOnce(SqlQuery query, DataSource source, SourceMemory memory, ReadRequest request, Manner manner)
            throws SQLException {
        SqlRead cursor = open.take(request);
        if (cursor != null && cursor.shape().dialect().asksBesideCursor() && !manner.oneByOne()) {
            Page page = null;
            try {
                page = named(query, cursor.connection(), memory, request, manner);
            } finally {
                if (page == null) {
                    cursor.close(); // its transaction may be broken
                }
            }
            if (page != null) {
                open.keep(request, cursor);
                return page;
            }
        } else if (cursor != null) {
            open.keep(request, cursor);
        }
        Connection connection = SqlRead.connect(source);
        Page page;
        try {
            page = named(query, connection, memory, request, manner);
        } finally {
            SqlRead.release(connection);
        }
        return page != null ? page : atOnce(query, source, memory, request, manner);
    }

    /**
     * In as many statements as the source needs for them; null where the shape that was known had grown old.
     *
     * @throws SQLException also when the first row is too wide for the driver
     */
    private Page named(SqlQuery query, Connection connection, SourceMemory memory, ReadRequest request, Manner manner)
            throws SQLException {
        SqlShape known = shapes.known(query, request);
        List<Row> rows = new ArrayList<>();
        KeyPlace begin = KeyPlace.of(request.cursor());
        KeyPlace place = begin;
        try {
            SqlShape shape = manner.of(shapes.of(connection, query, request, memory));
            int parts = shape.parts(request.keys()).size();
            long bytes = 0;
            boolean isCut = false;
            String next = null;
            while (place.part() < parts && next == null) {
                SqlRead read;
                try {
                    read = SqlRead.open(
                            connection,
                            query,
                            shape,
                            place.statement(query, shape, request.keys()),
                            new Fetch(request.keys().size(), manner.first(), room));
                } catch (SQLException e) {
                    if (place.equals(begin) || !shape.dialect().errors().isTooWide(e)) {
                        throw e;
                    }
                    isCut = true;
                    next = place.toString();
                    break;
                }
                if (known != null && !read.fitsItsShape()) {
                    shapes.forget(query, request);
                    return null;
                }
                rows.addAll(read.next(Integer.MAX_VALUE, null));
                bytes += read.bytes();
                isCut = read.isCut();
                next = read.position() == null ? null : place.behind(read.position());
                place = place.nextPart();
                if (next == null && bytes >= room.page() && place.part() < parts) {
                    next = place.toString();
                }
                read.end();
            }
            if (!shape.findsExactly()) {
                boolean[] numbers = shape.numbers();
                Set<String> keys = request.keys().stream()
                        .map(key -> Keys.ofNumbers(key, numbers))
                        .collect(Collectors.toSet());
                rows.removeIf(row -> !keys.contains(row.key()));
            }
            // Of a read that was cut, the connection is gone; what is shared is told when the rest is asked for.
            Set<String> duplicates = isCut ? Set.of() : SqlDuplicates.of(connection, query, shape, rows);
            return new Page(rows, next, (long) rows.size(), null, duplicates, shape.unit(query));
        } catch (SQLException e) {
            if (known != null && known.dialect().errors().refuses(e)) {
                shapes.forget(query, request);
                return null;
            }
            throw e;
        }
    }

    private Page tooWide(SqlQuery query, DataSource source, SqlShape shape, ReadRequest request) throws SQLException {
        KeyPlace place = KeyPlace.of(request.cursor());
        return WideRow.page(
                query,
                shape,
                source,
                room,
                (narrow, narrowShape) -> place.statement(narrow, narrowShape, request.keys()),
                place::behind);
    }

    /** Those of the keys that the source's columns can have: it refuses others before it looks at a row. */
    private static List<String> possible(SqlQuery query, DataSource source, SqlShape shape, List<String> keys)
            throws SQLException {
        if (isPossible(query, source, shape, keys)) {
            return keys;
        } else if (keys.size() == 1) {
            return List.of();
        }
        int half = keys.size() / 2;
        List<String> possible = new ArrayList<>(possible(query, source, shape, keys.subList(0, half)));
        possible.addAll(possible(query, source, shape, keys.subList(half, keys.size())));
        return possible;
    }

    private static boolean isPossible(SqlQuery query, DataSource source, SqlShape shape, List<String> keys)
            throws SQLException {
        Connection connection = SqlRead.connect(source);
        try {
            for (List<String> part : shape.parts(keys)) {
                SqlStatement sql = new SqlStatement(query, shape).only(part);
                try (PreparedStatement statement = shape.dialect().prepare(connection, sql.none())) {
                    sql.bind(statement);
                    statement.executeQuery().close();
                }
            }
            return true;
        } catch (SQLException e) {
            if (shape.dialect().errors().refusesValue(e)) {
                return false;
            }
            throw e;
        } finally {
            SqlRead.release(connection);
        }
    }
}
