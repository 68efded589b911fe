package dev.syncline.sql;

import dev.syncline.sql.query.SqlLexis;
import dev.syncline.value.FieldText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * How to read a database that is a source, or a target that is compared. The defaults work for any database, but may be
 * slow.
 */
public interface SqlReading {

    SqlDialect dialect();

    /** Quotes the name of a column for a statement. */
    default String quoted(String name) {
        return dialect().quoted(name);
    }

    default SqlErrors errors() {
        return dialect().errors();
    }

    /** Returns the code of {@link SqlTypes} for a type, also for JSON, moments and other types without a JDBC code. */
    int type(int jdbcType, String typeName);

    /** Returns whether the database guarantees that a JSON column holds valid JSON. */
    default boolean checksJson() {
        return false;
    }

    /** Returns whether the database sorts nulls first; last otherwise. */
    boolean hasNullsFirst();

    /** Returns the syntax of its queries. */
    SqlLexis lexis();

    /** Returns whether a sub-select may begin with {@code with}. */
    default boolean takesWithInSubselects() {
        return true;
    }

    /** Returns whether {@code (a, b) > (?, ?)} is supported, and uses an index on both columns. */
    default boolean comparesRows() {
        return false;
    }

    /**
     * Returns the expression by which to order, group and compare a column. It distinguishes all different keys, also
     * if the column's collation ignores case or trailing blanks.
     */
    String ordered(String column, int type);

    /**
     * Returns whether {@code column = ?} finds exactly that value, and not others that the collation considers equal.
     */
    default boolean findsExactly() {
        return false;
    }

    /** Returns the parameter for a value that is compared with a column of that type. */
    default String mark(String typeName) {
        return "?";
    }

    /** Returns the expression to select instead of the column; null to select the column. */
    default String readAs(String column, String typeName) {
        return null;
    }

    /**
     * Reads the value of a column, or of the expression that is {@link #readAs selected instead}.
     *
     * @param type code of {@link SqlTypes}
     * @throws RuntimeException if the value is invalid, such as a date that does not exist
     */
    default Object read(ResultSet result, int column, int type, String typeName) throws SQLException {
        return SqlValues.read(result, column, type);
    }

    /** Parses the text of a value in a cursor for use as a parameter. */
    Object value(int type, String text);

    /**
     * Parses a part of a record's key for use as a parameter.
     *
     * @throws RuntimeException if a column of that type cannot have that value
     */
    default Object key(int type, String text) {
        return value(type, text);
    }

    /**
     * Returns whether the columns themselves are selected too, so that new ones show; otherwise only their replacements
     * are.
     */
    default boolean readsAllColumnsAsTheyAre() {
        return true;
    }

    /** Returns a variant that reads text as bytes, in which invalid bytes make only that value unreadable. */
    default SqlReading ofBytes() {
        return this;
    }

    /**
     * Returns a condition for the rows with one of these keys. In a source without an index, it examines each row once,
     * however many keys it has.
     */
    KeyCondition among(List<KeyColumn> columns, List<List<String>> keys);

    /** Prepares a statement that streams its rows, and whose columns may change between executions. */
    default PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(
                sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, ResultSet.CLOSE_CURSORS_AT_COMMIT);
    }

    default void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        statement.setObject(place, value);
    }

    /** Returns a value as text for a cursor, of which {@link #value} makes an equal value. */
    default String text(ResultSet result, int column, int type, String typeName) throws SQLException {
        return FieldText.of(SqlValues.read(result, column, type));
    }

    /** Returns {@code select <rest>}, limited to that number of rows. */
    String first(int most, String rest);

    /** Returns the most keys of one statement. */
    int mostKeys();

    /**
     * Returns whether a connection can execute other statements while a cursor is open on it. With most databases,
     * another statement would first read all remaining rows into memory.
     */
    default boolean asksBesideCursor() {
        return false;
    }

    /** Prepares a pooled connection for reading: without auto-commit, read-only, moments in UTC. */
    default void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
    }

    /**
     * Returns the state of the source. Must be the first statement of a read, so that later ones see everything that
     * was committed before.
     */
    SourceState state(Connection connection) throws SQLException;
}
