package dev.syncline.sql;

import dev.syncline.sql.SqlText.Lexis;
import dev.syncline.value.FieldText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * How a database is read that is a source, or a target that is looked at. What is not said otherwise holds for any database,
 * if at a price.
 */
public interface SqlReading {

    SqlDialect dialect();

    /** A column's name, as the statement has it. */
    default String quoted(String name) {
        return dialect().quoted(name);
    }

    default SqlErrors errors() {
        return dialect().errors();
    }

    /** What a query of JSON, moments and the like gives, in the codes of {@link SqlTypes}. */
    int type(int jdbcType, String typeName);

    /** Whether a column of JSON holds nothing else, ever. */
    default boolean checksJson() {
        return false;
    }

    /** Whether nulls stand before all values in the database's own order, else behind. */
    boolean hasNullsFirst();

    /** How its queries are written. */
    Lexis lexis();

    /** Whether a sub-select may begin with {@code with}. */
    default boolean takesWithInSubselects() {
        return true;
    }

    /** Whether {@code (a, b) > (?, ?)} is understood, and found by an index on both. */
    default boolean comparesRows() {
        return false;
    }

    /**
     * What a column is ordered, grouped and compared by: an expression that tells apart whatever two keys differ in, as a
     * column of a collation without case or trailing blanks would not.
     */
    String ordered(String column, int type);

    /** Whether {@code column = ?} finds that value alone, and not those that a collation takes for the same. */
    default boolean findsExactly() {
        return false;
    }

    /** The place of a value that is compared with such a column. */
    default String mark(String typeName) {
        return "?";
    }

    /**
     * What the driver gives is made a value from, where it is not the column itself; null for the column.
     *
     * @param column its name
     */
    default String readAs(String column, String typeName) {
        return null;
    }

    /**
     * The value of a column, or of what is {@link #readAs read in its stead}.
     *
     * @param type in the codes of {@link SqlTypes}
     * @throws RuntimeException when there is no such value
     */
    default Object read(ResultSet result, int column, int type, String typeName) throws SQLException {
        return SqlValues.read(result, column, type);
    }

    /** A value that a cursor has as text, as it is bound to a column's place. */
    Object value(int type, String text);

    /**
     * The same for a part of a record's key.
     *
     * @throws RuntimeException when no column of that type has such a value
     */
    default Object key(int type, String text) {
        return value(type, text);
    }

    /** Whether the columns themselves are read, too, and new ones are seen; else only what is read in their stead. */
    default boolean readsAllColumnsAsTheyAre() {
        return true;
    }

    /** The same database, but that bytes which are no text are a value that cannot be read. */
    default SqlReading ofBytes() {
        return this;
    }

    /**
     * What holds for rows that have one of these keys. Of a source without an index it looks at each row once, however
     * many keys there are.
     */
    KeyCondition among(List<KeyColumn> columns, List<List<String>> keys);

    /** A statement whose rows come as they are fetched, and whose columns may be others the next time. */
    default PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(
                sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, ResultSet.CLOSE_CURSORS_AT_COMMIT);
    }

    default void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        statement.setObject(place, value);
    }

    /** A value as a cursor keeps it: {@link #value} makes of it what compares equal. */
    default String text(ResultSet result, int column, int type, String typeName) throws SQLException {
        return FieldText.of(SqlValues.read(result, column, type));
    }

    /** The query {@code select <rest>}, of whose rows no more than that are wanted. */
    String first(int most, String rest);

    /** How many keys one statement may ask for. */
    int mostKeys();

    /**
     * Whether other statements may be sent on a connection while a cursor is open on it. Mostly, rows are sent as they are
     * fetched, and another statement has all the others read into memory first.
     */
    default boolean asksBesideCursor() {
        return false;
    }

    /** Makes a connection of the pool ready to read: no commits, nothing written, moments in UTC. */
    default void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
    }

    /** How the source stands: the first statement of a read, so that what committed before is seen by the others. */
    SourceState state(Connection connection) throws SQLException;
}
