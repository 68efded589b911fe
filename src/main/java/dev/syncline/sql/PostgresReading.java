package dev.syncline.sql;

import dev.syncline.sql.query.SqlLexis;
import dev.syncline.value.UnreadableValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.core.Encoding;

/** Reads PostgreSQL. Parameters are sent as text, which the server parses as the column's type. */
enum PostgresReading implements SqlReading {
    INSTANCE,
    /** Reads text as bytes, as the server does not send a row with bytes that are invalid in its encoding. */
    BYTES;

    /** Types whose values are always ASCII. */
    private static final Set<String> NEVER_TEXT = Set.of(
            "bool",
            "int2",
            "int4",
            "int8",
            "serial",
            "bigserial",
            "smallserial",
            "oid",
            "numeric",
            "float4",
            "float8",
            "money",
            "date",
            "time",
            "timetz",
            "timestamp",
            "timestamptz",
            "interval",
            "uuid",
            "bytea",
            "bit",
            "varbit",
            "inet",
            "cidr",
            "macaddr");

    /**
     * The application name of readers: they write nothing, so the horizon of a source does not include their
     * transactions.
     */
    private static final String READER = "Syncline";

    @Override
    public SqlDialect dialect() {
        return PostgresDialect.INSTANCE;
    }

    @Override
    public int type(int jdbcType, String typeName) {
        return switch (PostgresDialect.simple(typeName)) {
            case "json", "jsonb" -> SqlTypes.JSON;
            case "uuid" -> SqlTypes.UUID;
            case "timestamptz" -> Types.TIMESTAMP_WITH_TIMEZONE;
            case "timetz" -> SqlTypes.OFFSET_TIME;
            case "bool" -> Types.BOOLEAN;
            case "float4" -> SqlTypes.SINGLE;
            case "float8" -> Types.DOUBLE;
            case "money" -> Types.NUMERIC;
            case "bpchar" -> SqlTypes.PADDED;
            case "citext" -> SqlTypes.CASELESS;
            case "hstore" -> SqlTypes.HSTORE;
            case "varbit" -> SqlTypes.ofBits(0);
            default -> jdbcType;
        };
    }

    /** Casts money to numeric, as its text depends on the server's locale. */
    @Override
    public String readAs(String column, String typeName) {
        String type = PostgresDialect.simple(typeName);
        String read =
                switch (type) {
                    case "money" -> "cast(" + column + " as numeric)";
                    case "_money" -> "cast(" + column + " as numeric[])";
                    default -> column;
                };
        if (isBytes(typeName)) {
            return "convert_to(cast(" + read + " as text), getdatabaseencoding())";
        }
        return type.endsWith("money") ? read : null;
    }

    private boolean isBytes(String typeName) {
        return this == BYTES && !NEVER_TEXT.contains(PostgresDialect.simple(typeName));
    }

    @Override
    public boolean readsAllColumnsAsTheyAre() {
        return this != BYTES;
    }

    @Override
    public SqlReading ofBytes() {
        return BYTES;
    }

    @Override
    public String mark(String typeName) {
        return PostgresDialect.mark(typeName);
    }

    @Override
    public Object read(ResultSet result, int column, int type, String typeName) throws SQLException {
        if (!isBytes(typeName)) {
            return PostgresValues.read(result, column, type, typeName);
        }
        byte[] bytes = result.getBytes(column);
        return bytes == null ? null : PostgresValues.of(type, typeName, decoded(result, bytes));
    }

    private static String decoded(ResultSet result, byte[] bytes) throws SQLException {
        String encoding =
                result.getStatement().getConnection().unwrap(PGConnection.class).getParameterStatus("server_encoding");
        Charset charset = encoding.equals("SQL_ASCII")
                ? StandardCharsets.UTF_8
                : Charset.forName(Encoding.getDatabaseEncoding(encoding).name());
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableValue("its bytes are not text in " + charset);
        }
    }

    @Override
    public boolean checksJson() {
        return true;
    }

    @Override
    public boolean hasNullsFirst() {
        return false;
    }

    @Override
    public SqlLexis lexis() {
        return SqlLexis.POSTGRESQL;
    }

    @Override
    public boolean comparesRows() {
        return true;
    }

    /** Compares citext with case, as keys that differ in case are different. */
    @Override
    public String ordered(String column, int type) {
        return type == SqlTypes.CASELESS ? "cast(" + column + " as text)" : column;
    }

    @Override
    public boolean findsExactly() {
        return true;
    }

    @Override
    public Object value(int type, String text) {
        return text;
    }

    @Override
    public Object key(int type, String text) {
        if (text.endsWith("nfinity") || text.equals("NaN")) {
            return text; // also values of numbers and times
        }
        Object value = SqlTypes.parse(type, text);
        return switch (type) {
            case Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> PostgresValues.literal(text);
            case Types.BINARY -> "\\x" + HexFormat.of().formatHex((byte[]) value);
            default -> text;
        };
    }

    /**
     * Disables server-side preparation: a plan that the server keeps would always fail after the columns have changed.
     */
    @Override
    public PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = SqlReading.super.prepare(connection, sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        return statement;
    }

    @Override
    public void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        if (value instanceof String) {
            statement.setObject(place, value, Types.OTHER);
        } else {
            statement.setObject(place, value);
        }
    }

    @Override
    public String text(ResultSet result, int column, int type, String typeName) throws SQLException {
        byte[] bytes = isBytes(typeName) ? result.getBytes(column) : null;
        return bytes == null ? result.getString(column) : decoded(result, bytes);
    }

    @Override
    public String first(int most, String rest) {
        return "select " + rest + " fetch first " + most + " rows only";
    }

    @Override
    public KeyCondition among(List<KeyColumn> columns, List<List<String>> keys) {
        return PostgresKeys.among(this, columns, keys);
    }

    @Override
    public int mostKeys() {
        return 10_000;
    }

    @Override
    public boolean asksBesideCursor() {
        return true;
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setClientInfo("ApplicationName", READER); // before the transaction, as a rollback would undo it
        SqlReading.super.begin(connection);
        settle(connection);
    }

    /**
     * Makes the text of ranges, composite types and intervals independent of the server's settings and the time zone.
     */
    static void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local timezone = 'UTC'; set local intervalstyle = 'postgres';"
                    + " set local bytea_output = 'hex'");
        }
    }

    @Override
    public SourceState state(Connection connection) throws SQLException {
        return PostgresState.of(connection);
    }
}
