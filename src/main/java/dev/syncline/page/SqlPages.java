package dev.syncline.page;

import dev.syncline.page.SqlRead.Fetch;
import dev.syncline.sql.SourceState;
import dev.syncline.system.PageMemory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
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
    private final OpenReads open = new OpenReads();
    private final PageMemory room;
    private final SqlLookups lookups;

    SqlPages() {
        this(PageMemory.own());
    }

    SqlPages(PageMemory room) {
        this.room = room;
        this.lookups = new SqlLookups(shapes, open, room);
    }

    /** @throws InvalidSource when the source refuses the query, or what the program asks about its rows */
    Page read(SqlQuery query, DataSource source, SourceMemory memory, ReadRequest request) throws SQLException {
        try {
            return request.keys() != null
                    ? lookups.named(query, source, memory, request)
                    : ranged(query, source, memory, request);
        } catch (SQLException e) {
            SqlShape shape = shapes.known(query, request);
            if (shape != null && shape.dialect().errors().refuses(e)) {
                throw InvalidSource.refused(query, e);
            }
            throw e;
        }
    }

    private Page ranged(SqlQuery query, DataSource source, SourceMemory memory, ReadRequest request)
            throws SQLException {
        SqlRead read = open.take(request);
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
        return opened(query, source, memory, request, Manner.PLAIN);
    }

    /** Opens a cursor, in another manner where the source's rows cannot be read as most are. */
    private Page opened(SqlQuery query, DataSource source, SourceMemory memory, ReadRequest request, Manner manner)
            throws SQLException {
        try {
            return openedOnce(query, source, memory, request, manner);
        } catch (SQLException e) {
            SqlShape shape = shapes.known(query, request);
            if (shape != null && !manner.oneByOne() && shape.dialect().errors().isTooWide(e)) {
                return opened(query, source, memory, request, manner.withOneByOne());
            }
            if (shape != null && !manner.asBytes() && shape.dialect().errors().refusesBytes(e)) {
                LOG.infof(
                        "Route %s: the source holds bytes that are no text, so its text is read as bytes: %s",
                        query.route(), e.getMessage());
                return opened(query, source, memory, request, manner.withBytes());
            }
            throw e;
        }
    }

    /** A shape may have grown old while this process went on: then it is asked for anew, once. */
    private Page openedOnce(SqlQuery query, DataSource source, SourceMemory memory, ReadRequest request, Manner manner)
            throws SQLException {
        SqlShape known = shapes.known(query, request);
        Connection connection = SqlRead.connect(source);
        SourceState state;
        Instant horizon;
        SqlShape shape;
        SqlStatement sql;
        try {
            state = request.cursor() == null ? SqlRead.dialect(connection).state(connection) : null;
            horizon = state == null ? null : memory.horizon(state);
            shape = manner.of(shapes.of(connection, query, request, memory));
            sql = statement(query, shape, request);
        } catch (SQLException | RuntimeException e) {
            SqlRead.release(connection);
            throw e;
        }
        Instant now = state == null ? null : state.now();
        SqlRead read;
        try {
            read = SqlRead.open(connection, query, shape, sql, new Fetch(request.limit() + 1, manner.first(), room));
        } catch (SQLException e) {
            if (known != null && known.dialect().errors().refuses(e)) {
                shapes.forget(query, request);
                return openedOnce(query, source, memory, request, manner);
            }
            if (manner.oneByOne() && shape.dialect().errors().isTooWide(e)) {
                Page wide = WideRow.page(
                        query,
                        shape,
                        source,
                        room,
                        (narrow, narrowShape) -> statement(narrow, narrowShape, request),
                        UnaryOperator.identity());
                return new Page(wide.rows(), wide.next(), null, now, horizon, null, wide.unit());
            }
            throw e;
        }
        if (known != null && !read.fitsItsShape()) {
            read.close();
            shapes.forget(query, request);
            return openedOnce(query, source, memory, request, manner);
        }
        return page(query, source, request, read, now, horizon, true);
    }

    private static SqlStatement statement(SqlQuery query, SqlShape shape, ReadRequest request) {
        SqlStatement sql = new SqlStatement(query, shape).in(request.window());
        return request.cursor() == null ? sql : sql.after(SqlCursor.parse(request.cursor()));
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
            if (opened && !read.isCut()) {
                boolean isSmall = next == null && rows.size() <= MOST_KEYS;
                boolean beside = next == null || shape.dialect().asksBesideCursor();
                Connection asking = beside ? read.connection() : SqlRead.connect(source);
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
            if (next != null && !read.isCut()) {
                open.keep(request, read);
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

    void closeIdle() {
        open.closeIdle(LONGEST_IDLE);
    }

    @Override
    public void close() {
        open.close();
    }
}
