package dev.syncline.page;

import dev.syncline.sql.SqlReading;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the queries of routes give, as this process found it out. One may have grown old meanwhile: forget it then. */
final class SqlShapes {
    private final Map<String, SqlShape> shapes = new ConcurrentHashMap<>();

    /** Null before it was asked for. */
    SqlShape known(SqlQuery query, ReadRequest request) {
        return shapes.get(key(query, request));
    }

    void forget(SqlQuery query, ReadRequest request) {
        shapes.remove(key(query, request));
    }

    /**
     * The shape that is known, else what the source answers.
     *
     * @throws Drift when a column is gone that was there
     * @throws ChangedSource when the source does not answer what it answered before
     * @throws InvalidSource when the query lacks a column that the route names, or the source refuses it
     */
    SqlShape of(Connection connection, SqlQuery query, ReadRequest request, SourceMemory memory) throws SQLException {
        SqlShape known = known(query, request);
        if (known != null) {
            return known;
        }
        SqlShape shape;
        try {
            shape = asked(connection, query);
        } catch (InvalidSource e) {
            throw memory.knows(query) ? new ChangedSource(e.getMessage(), e) : e;
        }
        memory.shape(query, shape);
        shapes.put(key(query, request), shape);
        return shape;
    }

    /** What the source answers now. */
    static SqlShape asked(Connection connection, SqlQuery query) throws SQLException {
        SqlReading dialect = SqlRead.dialect(connection);
        Subselect rows = Subselect.of(query, dialect);
        try (PreparedStatement statement =
                        dialect.prepare(connection, rows.select("q.*" + rows.from() + " where 1 = 0"));
                ResultSet result = statement.executeQuery()) {
            return SqlShape.of(result.getMetaData(), query, dialect);
        } catch (SQLException e) {
            if (dialect.errors().refuses(e)) {
                throw InvalidSource.refused(query, e);
            }
            throw e;
        }
    }

    private static String key(SqlQuery query, ReadRequest request) {
        return query.route() + request.side() + request.depth();
    }
}
