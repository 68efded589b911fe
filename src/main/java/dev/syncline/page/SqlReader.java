package dev.syncline.page;

import dev.syncline.page.ReadRequest.Side;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.system.Systems;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Body;
import org.jboss.logging.Logger;

/**
 * Reads the pages of a SQL source. While a run goes on, its cursor stays open and each page continues it, so a full read
 * is linear whether or not the source has an index on its changed-at. A cursor that is gone (idle, old, another process,
 * a lost connection) is opened anew behind the last row read; the page's cursor says where.
 */
@ApplicationScoped
@Named("sqlReader")
@RegisterForReflection
public class SqlReader {
    private static final int MOST_KEYS = 10_000;
    private static final int MOST_DUPLICATES = 10_001;
    private static final long LONGEST_OPEN = TimeUnit.MINUTES.toNanos(5);
    private static final long LONGEST_IDLE = TimeUnit.MINUTES.toNanos(1);

    private static final Logger LOG = Logger.getLogger(SqlReader.class);

    private final Systems systems;
    private final Catalog catalog;
    private final Map<String, SqlShape> shapes = new ConcurrentHashMap<>();
    private final Map<Long, SqlRead> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService reaper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sql-cursors");
        thread.setDaemon(true);
        return thread;
    });

    SqlReader(Systems systems, Catalog catalog) {
        this.systems = systems;
        this.catalog = catalog;
    }

    @PostConstruct
    void start() {
        reaper.scheduleWithFixedDelay(this::closeIdle, 15, 15, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        reaper.shutdownNow();
        open.keySet().forEach(this::close);
    }

    /**
     * @throws InvalidSource when the query lacks a column that the route names, or the source refuses it
     * @throws java.sql.SQLException when the source cannot be reached or breaks off
     */
    public Page read(@Body ReadRequest request) throws SQLException {
        SyncRoute route = catalog.get(request.route());
        SqlQuery query = query(route, request);
        boolean first = request.cursor() == null;
        SqlRead read = open.remove(request.runId());
        if (read != null
                && (first
                        || request.keys() != null
                        || !request.cursor().equals(read.position())
                        || read.isOlderThan(LONGEST_OPEN))) {
            read.close();
            read = null;
        }
        if (read != null) {
            try {
                return page(request, read, query, null, null);
            } catch (SQLException e) {
                LOG.infof(
                        "Route %s: the source broke off, it is read again from there: %s", route.id(), e.getMessage());
            }
        }
        Connection connection = systems.sql(request.system(route)).getConnection();
        SqlShape shape;
        Instant now = null;
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            shape = shape(connection, query, request);
            if (first && request.keys() == null) {
                now = now(connection);
            }
        } catch (SQLException | RuntimeException e) {
            SqlRead.release(connection);
            throw e;
        }
        SqlStatement sql = new SqlStatement(query, shape);
        if (request.keys() != null) {
            sql.only(request.keys());
        } else {
            sql.in(request.window());
        }
        if (!first) {
            sql.after(SqlCursor.parse(request.cursor()));
        }
        return page(request, SqlRead.open(connection, query, shape, sql, request.limit()), query, now, sql);
    }

    /** @param opened the statement that was opened for this page; null when the page continues one */
    private Page page(ReadRequest request, SqlRead read, SqlQuery query, Instant now, SqlStatement opened)
            throws SQLException {
        boolean kept = false;
        try {
            SqlShape shape = shapes.get(shapeKey(request));
            List<Row> rows = read.next(request.keys() == null ? request.limit() : Integer.MAX_VALUE);
            String next = read.position();
            Long expected = null;
            Set<String> duplicates = null;
            if (opened != null) {
                if (request.cursor() == null) {
                    expected = next == null ? (long) rows.size() : count(read.connection(), opened);
                }
                duplicates = duplicates(
                        read.connection(), query, shape, next == null && rows.size() <= MOST_KEYS ? rows : null);
            }
            if (next != null) {
                SqlRead stale = open.put(request.runId(), read);
                if (stale != null) {
                    stale.close();
                }
                kept = true;
            }
            return new Page(rows, next, expected, now, duplicates, shape.unit());
        } finally {
            if (!kept) {
                read.close();
            }
        }
    }

    /**
     * Keys that several rows of the source have, whether or not all of those rows are in the window.
     *
     * @param rows the only ones that count; null for all
     */
    private Set<String> duplicates(Connection connection, SqlQuery query, SqlShape shape, List<Row> rows)
            throws SQLException {
        SqlStatement sql = new SqlStatement(query, shape);
        if (rows != null) {
            List<String> keys = rows.stream()
                    .map(Row::key)
                    .filter(k -> k != null && !k.isBlank())
                    .distinct()
                    .toList();
            if (keys.isEmpty()) {
                return Set.of();
            }
            sql.only(keys);
        }
        Set<String> duplicates = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(sql.duplicates(MOST_DUPLICATES))) {
            sql.bind(statement);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    List<String> parts = new ArrayList<>();
                    for (int i = 1; i <= shape.keys().length; i++) {
                        parts.add(Objects.toString(SqlRead.value(result, i, shape.types()[shape.keys()[i - 1]]), null));
                    }
                    duplicates.add(Keys.join(parts));
                }
            }
        }
        if (duplicates.size() >= MOST_DUPLICATES) {
            throw new InvalidSource("Route " + query.route() + ": more than " + (MOST_DUPLICATES - 1)
                    + " keys belong to several rows each, so '" + String.join(", ", query.key())
                    + "' is no key of this source. Name a column, or several, that tell its rows apart");
        }
        return duplicates;
    }

    private static long count(Connection connection, SqlStatement sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.count())) {
            sql.bind(statement);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private SqlQuery query(SyncRoute route, ReadRequest request) {
        if (request.side() == Side.TARGET) {
            return new SqlQuery(
                    route.id(), route.targetQuery().strip().replaceAll(";$", ""), route.key(), "", "", route.zone());
        }
        String sql = request.depth() == Depth.DEEP && !route.deepQuery().isBlank() ? route.deepQuery() : route.query();
        return new SqlQuery(
                route.id(),
                sql.strip().replaceAll(";$", ""),
                route.key(),
                route.changedAt(),
                route.rangeBy(),
                route.zone());
    }

    private SqlShape shape(Connection connection, SqlQuery query, ReadRequest request) throws SQLException {
        String key = shapeKey(request);
        SqlShape known = shapes.get(key);
        if (known != null) {
            return known;
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select q.* from (" + query.sql() + ") q where 1 = 0")) {
            SqlShape shape = SqlShape.of(result.getMetaData(), query);
            shapes.put(key, shape);
            return shape;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("42")) {
                throw new InvalidSource(
                        "Route " + query.route() + ": the source refuses its query: " + e.getMessage()
                                + ". Correct the query in the route's file",
                        e);
            }
            throw e;
        }
    }

    private static String shapeKey(ReadRequest request) {
        return request.route() + request.side() + request.depth();
    }

    private static Instant now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select current_timestamp")) {
            result.next();
            return result.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private void closeIdle() {
        open.forEach((run, read) -> {
            if (read.isIdleFor(LONGEST_IDLE) && open.remove(run, read)) {
                read.close();
            }
        });
    }

    private void close(Long run) {
        SqlRead read = open.remove(run);
        if (read != null) {
            read.close();
        }
    }
}
