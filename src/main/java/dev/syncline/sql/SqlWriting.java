package dev.syncline.sql;

import dev.syncline.value.Column;
import dev.syncline.value.ColumnKind;
import dev.syncline.value.ColumnType;
import dev.syncline.value.Times;
import dev.syncline.value.ValueLimits;
import dev.syncline.value.ValueText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How to write a database that is a target. */
public interface SqlWriting {

    SqlDialect dialect();

    /** Quotes a name of one part. */
    default String quoted(String name) {
        return dialect().quoted(name);
    }

    default SqlErrors errors() {
        return dialect().errors();
    }

    /** Quotes the name of a table, with its schema if that is given. */
    default String table(String name) {
        return Arrays.stream(name.split("\\.")).map(this::quoted).collect(Collectors.joining("."));
    }

    /** Prepares a pooled connection for writing, whatever it was used for before. */
    void begin(Connection connection) throws SQLException;

    ColumnKind kind(int jdbcType, String typeName);

    /** Returns the type that the metadata of a result describe. The declared type is null if it was not read. */
    default ColumnType type(int jdbcType, String typeName, String declared, int precision, int scale) {
        ColumnKind kind = kind(jdbcType, typeName);
        boolean isLarge = precision <= 0 || precision > 1_000_000;
        boolean counts = kind == ColumnKind.DECIMAL
                || kind == ColumnKind.PADDED
                || kind == ColumnKind.BITS
                || kind == ColumnKind.BINARY && typeName.equalsIgnoreCase("binary")
                || kind == ColumnKind.TEXT && (jdbcType == Types.VARCHAR || jdbcType == Types.NVARCHAR);
        return new ColumnType(
                kind, jdbcType, typeName, declared, counts && !isLarge ? precision : 0, scale, limits(), null);
    }

    default ValueLimits limits() {
        return ValueLimits.USUAL;
    }

    /** Returns whether the metadata of a result are insufficient for a type, so that its declaration must be read. */
    default boolean needsDeclaration(int jdbcType, String typeName) {
        return false;
    }

    /** Returns the declared types of a table's columns, by column. */
    default Map<String, String> declarations(Connection connection, String table) throws SQLException {
        return Map.of();
    }

    /**
     * Returns a select that converts a text, its only parameter, into the database's spelling; null if the spelling
     * does not change.
     */
    default String canonical(ColumnType type) {
        return null;
    }

    /**
     * Returns a suffix of a table's statements, so that statements that were prepared for former column types are not
     * used.
     */
    default String tag(Collection<Column> columns) {
        return "";
    }

    /** Returns whether a text must be made canonical before it can be written. */
    default boolean isIntermediate(ColumnType type, String text) {
        return false;
    }

    /** Returns the expression for a column in the list of a select. */
    default String selected(Column column) {
        return quoted(column.name());
    }

    /** Returns the parameter for a value of a column. */
    default String mark(Column column) {
        return "?";
    }

    /**
     * Returns a select that locks its rows until the transaction ends.
     *
     * @param holdsRoom whether to prevent others from inserting the rows that it does not find, if the database can
     *     lock that
     */
    String locking(String columns, String table, String where, boolean holdsRoom);

    /** Returns an insert that has no effect if the row exists; in databases without that, one that fails. */
    default String insertAbsent(String insert) {
        return insert;
    }

    /** Returns the most parameters of a statement. */
    default int mostParameters() {
        return 2_000;
    }

    void bind(PreparedStatement statement, int place, Column column, Object value) throws SQLException;

    /** Reads a value in the form that {@link ColumnType#of} makes. */
    default Object read(ResultSet result, int place, Column column) throws SQLException {
        return switch (column.kind()) {
            case TEXT, OTHER -> result.getString(place);
            case PADDED -> {
                String text = result.getString(place);
                yield text == null ? null : ValueText.unpadded(text);
            }
            case INTEGER, DECIMAL -> result.getBigDecimal(place);
            case SINGLE -> {
                float number = result.getFloat(place);
                yield result.wasNull() ? null : number;
            }
            case DOUBLE -> {
                double number = result.getDouble(place);
                yield result.wasNull() ? null : number;
            }
            case BOOLEAN -> {
                boolean flag = result.getBoolean(place);
                yield result.wasNull() ? null : flag;
            }
            case BITS -> {
                byte[] bits = result.getBytes(place);
                yield bits == null ? null : new BigDecimal(new BigInteger(1, bits));
            }
            case DATE -> result.getObject(place, LocalDate.class);
            case TIME -> result.getObject(place, LocalTime.class);
            case SPAN -> {
                String span = result.getString(place);
                yield span == null ? null : Times.span(span);
            }
            case LOCAL -> result.getObject(place, LocalDateTime.class);
            case MOMENT -> {
                OffsetDateTime time = result.getObject(place, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case UUID -> {
                String uuid = result.getString(place);
                yield uuid == null ? null : uuid.toLowerCase(Locale.ROOT);
            }
            case JSON -> {
                String json = result.getString(place);
                yield json == null ? null : ValueText.json(json);
            }
            case BINARY -> result.getBytes(place);
            case ROW_VERSION -> {
                byte[] version = result.getBytes(place);
                yield version == null ? null : ByteBuffer.wrap(version).getLong();
            }
        };
    }

    /** Makes the server drop the prepared statements of a connection. */
    default void renew(Connection connection) throws SQLException {}

    /** Returns the kind for a JDBC type code. */
    static ColumnKind standard(int jdbcType) {
        return switch (jdbcType) {
            case Types.CHAR, Types.NCHAR -> ColumnKind.PADDED;
            case Types.VARCHAR, Types.NVARCHAR, Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.CLOB, Types.NCLOB ->
                ColumnKind.TEXT;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> ColumnKind.INTEGER;
            case Types.NUMERIC, Types.DECIMAL -> ColumnKind.DECIMAL;
            case Types.REAL -> ColumnKind.SINGLE;
            case Types.FLOAT, Types.DOUBLE -> ColumnKind.DOUBLE;
            case Types.BIT, Types.BOOLEAN -> ColumnKind.BOOLEAN;
            case Types.DATE -> ColumnKind.DATE;
            case Types.TIME -> ColumnKind.TIME;
            case Types.TIMESTAMP -> ColumnKind.LOCAL;
            case Types.TIMESTAMP_WITH_TIMEZONE -> ColumnKind.MOMENT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> ColumnKind.BINARY;
            default -> ColumnKind.OTHER;
        };
    }
}
