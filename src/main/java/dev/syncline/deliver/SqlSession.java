package dev.syncline.deliver;

import dev.syncline.sql.SqlDialect;
import dev.syncline.sql.SqlWriting;
import dev.syncline.value.Column;
import dev.syncline.value.ColumnKind;
import dev.syncline.value.ColumnType;
import dev.syncline.value.RecordRefused;
import dev.syncline.value.ValueText;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection to a SQL target for one batch, and the statements that were prepared on it. Used by one thread. */
final class SqlSession implements AutoCloseable {
    /** What PostgreSQL calls a value; nobody who reads it knows the statement. */
    private static final Pattern PARAMETER =
            Pattern.compile(",? ?(?:unnamed )?portal (?:\"[^\"]*\" )?parameter \\$\\d+(?: = '(?:[^']|'')*')?");

    /** How databases name a column. */
    private static final Pattern COLUMN = Pattern.compile("column (?:`[^`]*`\\.`[^`]*`\\.)?['\"`]([^'\"`]+)['\"`]");

    private static final int MOST_KEPT = 200;
    private static final int LONGEST_KEPT = 4_000;
    private static final int LONGEST = 500;
    private static final int VALIDATION = 5;

    private final Connection connection;
    private final SqlWriting dialect;
    private final PreparedStatements statements;

    /** Canonical texts by column and text; those that were asked for last. */
    private final Map<List<Object>, String> canonical = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, String> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** Values of the last statement. */
    private List<Map<Column, Object>> bound = List.of();

    /** Whether that statement was sent with others' values, too. */
    private boolean isBatch;

    /** Takes the connection over, also when it fails. */
    SqlSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.statements = new PreparedStatements(connection);
        try {
            this.dialect = dialect(connection);
            dialect.begin(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** @throws IllegalStateException when the program does not write to such a database */
    private static SqlWriting dialect(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        Optional<SqlDialect> dialect = SqlDialect.of(connection);
        if (dialect.isEmpty()) {
            throw new IllegalStateException("A target is a database of the kind '" + metadata.getDatabaseProductName()
                    + "', which is not written to yet. PostgreSQL, MariaDB, MySQL and SQL Server are");
        }
        return dialect.get().writing(metadata);
    }

    SqlWriting dialect() {
        return dialect;
    }

    /**
     * The columns of a table as the target knows them.
     *
     * @param isLocked whether its rows will be locked; the user needs the right to that then
     * @throws SQLException also when the table, a column or a right is not there: no record can be written then
     */
    Map<String, Column> columns(String table, List<String> names, boolean isLocked) throws SQLException {
        String list = String.join(", ", names.stream().map(dialect::quoted).toList());
        String none = isLocked
                ? dialect.locking(list, dialect.table(table), "1 = 0", false)
                : "select " + list + " from " + dialect.table(table) + " where 1 = 0";
        Map<String, Column> columns = new LinkedHashMap<>();
        // Not prepared: a plan that PostgreSQL keeps fails for good once the columns have changed.
        try (Statement select = connection.createStatement();
                ResultSet result = select.executeQuery(none)) {
            ResultSetMetaData types = result.getMetaData();
            Map<String, String> declarations = Map.of();
            for (int i = 1; i <= names.size() && declarations.isEmpty(); i++) {
                if (dialect.needsDeclaration(types.getColumnType(i), types.getColumnTypeName(i))) {
                    declarations = dialect.declarations(connection, table);
                }
            }
            for (int i = 1; i <= names.size(); i++) {
                String name = names.get(i - 1);
                ColumnType type = dialect.type(
                        types.getColumnType(i),
                        types.getColumnTypeName(i),
                        declarations.get(name),
                        types.getPrecision(i),
                        types.getScale(i));
                columns.put(name, new Column(table, name, type));
            }
        }
        return columns;
    }

    /** The rows of a select, as values by column. */
    List<Map<Column, Object>> rows(String sql, List<Map<Column, Object>> values, List<Column> columns)
            throws SQLException {
        PreparedStatement select = statements.prepared(sql);
        bind(select, values);
        List<Map<Column, Object>> rows = new ArrayList<>();
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                Map<Column, Object> row = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), dialect.read(result, i + 1, columns.get(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /**
     * A text as the column would give it back, had it been written; asked only of types that the database alone knows.
     *
     * @throws RecordRefused when the column does not take it
     */
    String canonical(Column column, String text) throws SQLException {
        String sql = dialect.canonical(column.type());
        if (sql == null) {
            return text;
        }
        List<Object> asked = List.of(column, text);
        String known = canonical.get(asked);
        if (known == null) {
            known = asked(sql, column, text);
            if (text.length() <= LONGEST_KEPT) {
                canonical.put(asked, known);
            }
        }
        return known;
    }

    private String asked(String sql, Column column, String text) throws SQLException {
        PreparedStatement select = statements.prepared(sql);
        bound = List.of(Map.of(column, text));
        isBatch = false;
        select.setString(1, text);
        try (ResultSet result = select.executeQuery()) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            if (e.getSQLState() == null || dialect.errors().isBeyondRecord(e)) {
                throw e;
            }
            throw new RecordRefused(
                    "Column " + column.name() + " of " + column.table() + " cannot take " + ValueText.shown(text)
                            + ": it is " + column.type().words() + ". The target says: " + words(e)
                            + ". Correct the record at the source, or the route's write");
        }
    }

    /** Whether the connection still works: what fails on it then is the statement. */
    boolean isAlive() {
        try {
            return connection.isValid(VALIDATION);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The database's words, and which column it means where it says only that it does not like a parameter. */
    String words(SQLException failure) {
        SQLException cause = failure.getNextException() == null ? failure : failure.getNextException();
        String words = PARAMETER
                .matcher(String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " "))
                .replaceAll("")
                .replaceAll("( Where:)?\\.?$", "")
                .replaceFirst("^\\(conn=\\d+\\) ", ""); // MariaDB's; the same refusal is to have the same words
        words = words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
        List<Map.Entry<Column, Object>> values =
                bound.stream().flatMap(each -> each.entrySet().stream()).toList();
        int place = dialect.errors().parameter(cause) - 1;
        Matcher named = COLUMN.matcher(words);
        for (int i = 0; place < 0 && named.find() && i < values.size(); i++) {
            place = values.get(i).getKey().name().equals(named.group(1)) ? i : -1;
            named.reset();
        }
        if (place < 0 || place >= values.size()) {
            return words;
        }
        Column column = values.get(place).getKey();
        return "column " + column.name() + " of " + column.table() + " does not take "
                + (isBatch ? "a value" : ValueText.shown(values.get(place).getValue())) + ": " + words;
    }

    /**
     * The value of the last statement that its column does not take, in words; null where that is not known. The
     * transaction is over when it is asked, and another one when it is answered.
     */
    String culprit() throws SQLException {
        for (Map<Column, Object> each : bound) {
            for (var value : each.entrySet()) {
                if (value.getKey().kind() == ColumnKind.OTHER && value.getValue() instanceof String text) {
                    try {
                        canonical(value.getKey(), text);
                    } catch (RecordRefused e) {
                        return e.getMessage();
                    }
                }
            }
        }
        return null;
    }

    int update(String sql, List<Map<Column, Object>> values) throws SQLException {
        PreparedStatement update = statements.prepared(sql);
        bind(update, values);
        return update.executeUpdate();
    }

    /** The same statement for several sets of values; how many rows each changed. */
    int[] updateAll(String sql, List<List<Map<Column, Object>>> values) throws SQLException {
        PreparedStatement update = statements.prepared(sql);
        for (List<Map<Column, Object>> each : values) {
            bind(update, each);
            update.addBatch();
        }
        isBatch = values.size() > 1;
        try {
            return update.executeBatch();
        } catch (AssertionError e) {
            // PostgreSQL's driver (42.7) throws this when the connection breaks in the middle of a batch.
            throw new SQLException("The connection broke off in the middle of a batch", "08006", e);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        statements.clearBatches();
        connection.rollback();
    }

    /** Forgets the statements that were prepared, here and at the server. */
    void renew() throws SQLException {
        statements.close();
        dialect.renew(connection);
    }

    private void bind(PreparedStatement statement, List<Map<Column, Object>> values) throws SQLException {
        bound = values;
        isBatch = false;
        int place = 1;
        for (Map<Column, Object> each : values) {
            for (var value : each.entrySet()) {
                dialect.bind(statement, place++, value.getKey(), value.getValue());
            }
        }
    }

    @Override
    public void close() {
        try (connection) {
            statements.close();
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone; the pool drops it.
        }
    }
}
