package dev.syncline.page;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The pages of SQL sources. While a run goes on, its cursor stays open and each page continues it, so a full read is
 * linear whether or not the source has an index on its changed-at. A cursor that is gone (idle, old, another process, a
 * lost connection) is opened anew behind the last row read; the page's cursor says where.
 */
final class SqlPages implements AutoCloseable {
    /** So many keys are asked for one by one; of more, all of the source are looked at. */
    private static final int MOST_KEYS = 10_000;

    private static final long LONGEST_OPEN = TimeUnit.MINUTES.toNanos(5);
    private static final long LONGEST_IDLE = TimeUnit.MINUTES.toNanos(1);

    private static final Logger LOG = Logger.getLogger(SqlPages.class);

    private final SqlShapes shapes = new SqlShapes();
    private final Map<Long, SqlRead> open = new ConcurrentHashMap<>();

    /** @throws InvalidSource when the source refuses the query, or what the program asks about its rows */
    Page read(SqlQuery query, DataSource source, SourceMemory memory, ReadRequest request) throws SQLException {
        try {
            return ask(query, source, memory, request);
        } catch (SQLException e) {
            SqlShape shape = shapes.known(query, request);
            if (shape != null && shape.dialect().refuses(e)) {
                throw InvalidSource.refused(query, e);
            }
            throw e;
        }
    }

    private Page ask(SqlQuery query, DataSource source, SourceMemory memory, ReadRequest request) throws SQLException {
        if (request.keys() != null) {
            return named(query, source, memory, request);
        }
        SqlRead read = open.remove(request.runId());
        if (read != null
                && (request.cursor() == null
                        || !request.cursor().equals(read.position())
                        || read.isOlderThan(LONGEST_OPEN))) {
            read.close();
            read = null;
        }
        if (read != null) {
            try {
                return page(query, source, request, read, null, null, false);
            } catch (SQLException e) {
                LOG.infof(
                        "Route %s: the source broke off, it is read again from there: %s",
                        query.route(), e.getMessage());
            }
        }
        return opened(query, source, memory, request);
    }

    private Page opened(SqlQuery query, DataSource source, SourceMemory memory, ReadRequest request)
            throws SQLException {
        try {
            return opened(query, source, memory, request, false);
        } catch (SQLException e) {
            if (!holdsNoText(query, request, e)) {
                throw e;
            }
            return opened(query, source, memory, request, true);
        }
    }

    private boolean holdsNoText(SqlQuery query, ReadRequest request, SQLException failure) {
        SqlShape shape = shapes.known(query, request);
        if (shape == null || !shape.dialect().refusesBytes(failure)) {
            return false;
        }
        LOG.infof(
                "Route %s: the source holds bytes that are no text, so its text is read as bytes: %s",
                query.route(), failure.getMessage());
        return true;
    }

    /**
     * A shape may have grown old while this process went on: then it is asked for anew, once.
     *
     * @param asBytes whether text is read as bytes, some of which are no text
     */
    private Page opened(SqlQuery query, DataSource source, SourceMemory memory, ReadRequest request, boolean asBytes)
            throws SQLException {
        SqlShape known = shapes.known(query, request);
        Connection connection = connect(source);
        SourceState state;
        Instant horizon;
        SqlShape shape;
        SqlStatement sql;
        try {
            state = request.cursor() == null ? SqlDialect.of(connection).state(connection) : null;
            horizon = state == null ? null : memory.horizon(state);
            shape = shapes.of(connection, query, request, memory);
            shape = asBytes ? shape.ofBytes() : shape;
            sql = statement(query, shape, request);
        } catch (SQLException | RuntimeException e) {
            SqlRead.release(connection);
            throw e;
        }
        SqlRead read;
        try {
            read = SqlRead.open(connection, query, shape, sql, request.limit());
        } catch (SQLException e) {
            if (known != null && known.dialect().refuses(e)) {
                shapes.forget(query, request);
                return opened(query, source, memory, request, asBytes);
            }
            throw e;
        }
        if (known != null && !read.fitsItsShape()) {
            read.close();
            shapes.forget(query, request);
            return opened(query, source, memory, request, asBytes);
        }
        return page(query, source, request, read, state == null ? null : state.now(), horizon, true);
    }

    private static SqlStatement statement(SqlQuery query, SqlShape shape, ReadRequest request) {
        SqlStatement sql = new SqlStatement(query, shape).in(request.window());
        return request.cursor() == null ? sql : sql.after(SqlCursor.parse(request.cursor()));
    }

    /** The records of these keys and no others; a key that the source's columns cannot have is nobody's. */
    private Page named(SqlQuery query, DataSource source, SourceMemory memory, ReadRequest request)
            throws SQLException {
        try {
            return namedAtOnce(query, source, memory, request, false);
        } catch (SQLException e) {
            SqlShape shape = shapes.known(query, request);
            if (shape != null && shape.dialect().refusesValue(e)) {
                List<String> possible = possible(query, source, shape, request.keys());
                if (possible.size() < request.keys().size()) {
                    return named(query, source, memory, request.with(possible));
                }
            }
            if (holdsNoText(query, request, e)) {
                return namedAtOnce(query, source, memory, request, true);
            }
            throw e;
        }
    }

    /**
     * Asks for them on the connection of the run's cursor, where the database allows that and no other thread reads from
     * it: a run that waits for a second connection while its cursor has the pool's last one waits in vain.
     */
    private Page namedAtOnce(
            SqlQuery query, DataSource source, SourceMemory memory, ReadRequest request, boolean asBytes)
            throws SQLException {
        SqlRead cursor = open.remove(request.runId());
        if (cursor != null && cursor.shape().dialect().asksBesideCursor()) {
            Page page = null;
            try {
                page = named(query, cursor.connection(), memory, request, asBytes);
            } finally {
                if (page == null) {
                    cursor.close(); // its transaction may be broken
                }
            }
            if (page != null) {
                keep(request, cursor);
                return page;
            }
        } else if (cursor != null) {
            keep(request, cursor);
        }
        Connection connection = connect(source);
        Page page;
        try {
            page = named(query, connection, memory, request, asBytes);
        } finally {
            SqlRead.release(connection);
        }
        return page != null ? page : namedAtOnce(query, source, memory, request, asBytes);
    }

    /** In as many statements as the source needs for them; null where the shape that was known had grown old. */
    private Page named(SqlQuery query, Connection connection, SourceMemory memory, ReadRequest request, boolean asBytes)
            throws SQLException {
        SqlShape known = shapes.known(query, request);
        List<Row> rows = new ArrayList<>();
        try {
            SqlShape shape = shapes.of(connection, query, request, memory);
            shape = asBytes ? shape.ofBytes() : shape;
            for (List<String> keys : shape.parts(request.keys())) {
                SqlStatement sql = new SqlStatement(query, shape).only(keys);
                SqlRead read = SqlRead.open(connection, query, shape, sql, keys.size());
                if (known != null && !read.fitsItsShape()) {
                    shapes.forget(query, request);
                    return null;
                }
                rows.addAll(read.next(Integer.MAX_VALUE, null));
                read.end();
            }
            if (!shape.findsExactly()) {
                Set<String> keys = new HashSet<>(request.keys());
                rows.removeIf(row -> !keys.contains(row.key()));
            }
            Set<String> duplicates = SqlDuplicates.of(connection, query, shape, rows);
            return new Page(rows, null, (long) rows.size(), null, duplicates, shape.unit(query));
        } catch (SQLException e) {
            if (known != null && known.dialect().refuses(e)) {
                shapes.forget(query, request);
                return null;
            }
            throw e;
        }
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
        Connection connection = connect(source);
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
            if (shape.dialect().refusesValue(e)) {
                return false;
            }
            throw e;
        } finally {
            SqlRead.release(connection);
        }
    }

    private void keep(ReadRequest request, SqlRead read) {
        SqlRead stale = open.put(request.runId(), read);
        if (stale != null) {
            stale.close();
        }
    }

    /** @param opened whether the cursor was opened for this page */
    private Page page(
            SqlQuery query,
            DataSource source,
            ReadRequest request,
            SqlRead read,
            Instant now,
            Instant horizon,
            boolean opened)
            throws SQLException {
        boolean kept = false;
        try {
            SqlShape shape = read.shape();
            boolean isFiltered = query.isFiltered() && !request.window().equals(Window.ALL);
            List<Row> rows = read.next(request.limit(), isFiltered ? request.window() : null);
            String next = read.position();
            Long expected = null;
            Set<String> duplicates = null;
            if (opened) {
                boolean isSmall = next == null && rows.size() <= MOST_KEYS;
                boolean beside = next == null || shape.dialect().asksBesideCursor();
                Connection asking = beside ? read.connection() : connect(source);
                try {
                    if (request.cursor() == null) {
                        expected = next == null
                                ? Long.valueOf(rows.size())
                                : isFiltered
                                        ? null
                                        : count(asking, new SqlStatement(query, shape).in(request.window()));
                    }
                    duplicates = SqlDuplicates.of(asking, query, shape, isSmall ? rows : null);
                } finally {
                    if (!beside) {
                        SqlRead.release(asking);
                    }
                }
            }
            if (next != null) {
                keep(request, read);
                kept = true;
            }
            return new Page(rows, next, expected, now, horizon, duplicates, shape.unit(query));
        } finally {
            if (!kept) {
                read.close();
            }
        }
    }

    private static Long count(Connection connection, SqlStatement sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.count())) {
            sql.bind(statement);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static Connection connect(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try {
            SqlDialect.of(connection).begin(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            SqlRead.release(connection);
            throw e;
        }
    }

    void closeIdle() {
        open.forEach((run, read) -> {
            if (read.isIdleFor(LONGEST_IDLE) && open.remove(run, read)) {
                read.close();
            }
        });
    }

    @Override
    public void close() {
        for (Long run : open.keySet()) {
            SqlRead read = open.remove(run);
            if (read != null) {
                read.close();
            }
        }
    }
}
