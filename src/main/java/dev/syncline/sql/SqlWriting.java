package dev.syncline.sql;

import dev.syncline.value.Column;
import dev.syncline.value.ColumnType;
import dev.syncline.value.ColumnType.Kind;
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

/** How a database is written that is a target. */
public interface SqlWriting {

    SqlDialect dialect();

    /** A name of one part. */
    default String quoted(String name) {
        return dialect().quoted(name);
    }

    default SqlErrors errors() {
        return dialect().errors();
    }

    /** A table's name, with its schema where that is given. */
    default String table(String name) {
        return Arrays.stream(name.split("\\.")).map(this::quoted).collect(Collectors.joining("."));
    }

    /** Makes a connection of the pool ready to write, whatever it was used for before. */
    void begin(Connection connection) throws SQLException;

    Kind kind(int jdbcType, String typeName);

    /** A type as the metadata of a result describe it; null for the declared one where it was not asked for. */
    default ColumnType type(int jdbcType, String typeName, String declared, int precision, int scale) {
        Kind kind = kind(jdbcType, typeName);
        boolean isLarge = precision <= 0 || precision > 1_000_000;
        boolean counts = kind == Kind.DECIMAL
                || kind == Kind.PADDED
                || kind == Kind.BITS
                || kind == Kind.BINARY && typeName.equalsIgnoreCase("binary")
                || kind == Kind.TEXT && (jdbcType == Types.VARCHAR || jdbcType == Types.NVARCHAR);
        return new ColumnType(
                kind, jdbcType, typeName, declared, counts && !isLarge ? precision : 0, scale, limits(), null);
    }

    default ValueLimits limits() {
        return ValueLimits.USUAL;
    }

    /** Whether the metadata of a result do not tell enough of a type, so that its declaration is to be asked for. */
    default boolean needsDeclaration(int jdbcType, String typeName) {
        return false;
    }

    /** The types of a table's columns as it declares them, by column. */
    default Map<String, String> declarations(Connection connection, String table) throws SQLException {
        return Map.of();
    }

    /**
     * A select of the text that the database gives back for one that it is given, its only parameter; null where it gives
     * back what it is given.
     */
    default String canonical(ColumnType type) {
        return null;
    }

    /** What is put behind a table's statements, so that none that was made for other types of its columns is used. */
    default String tag(Collection<Column> columns) {
        return "";
    }

    /** Whether such a text cannot be written before it is made canonical. */
    default boolean isIntermediate(ColumnType type, String text) {
        return false;
    }

    /** A column in the list of a select. */
    default String selected(Column column) {
        return quoted(column.name());
    }

    /** The place of a value for a column. */
    default String mark(Column column) {
        return "?";
    }

    /**
     * A select that locks what it finds until the transaction ends.
     *
     * @param holdsRoom whether nobody may insert what it does not find, where the database can lock that
     */
    String locking(String columns, String table, String where, boolean holdsRoom);

    /** An insert that does nothing where the row is there, where the database has that; else it fails. */
    default String insertAbsent(String insert) {
        return insert;
    }

    /** Values one statement may have. */
    default int mostParameters() {
        return 2_000;
    }

    void bind(PreparedStatement statement, int place, Column column, Object value) throws SQLException;

    /** A value as {@link ColumnType#of} makes them. */
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

    /** Makes the server forget the statements of a connection. */
    default void renew(Connection connection) throws SQLException {}

    /** The kind by JDBC type code alone. */
    static Kind standard(int jdbcType) {
        return switch (jdbcType) {
            case Types.CHAR, Types.NCHAR -> Kind.PADDED;
            case Types.VARCHAR, Types.NVARCHAR, Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.CLOB, Types.NCLOB ->
                Kind.TEXT;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Kind.INTEGER;
            case Types.NUMERIC, Types.DECIMAL -> Kind.DECIMAL;
            case Types.REAL -> Kind.SINGLE;
            case Types.FLOAT, Types.DOUBLE -> Kind.DOUBLE;
            case Types.BIT, Types.BOOLEAN -> Kind.BOOLEAN;
            case Types.DATE -> Kind.DATE;
            case Types.TIME -> Kind.TIME;
            case Types.TIMESTAMP -> Kind.LOCAL;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.MOMENT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Kind.BINARY;
            default -> Kind.OTHER;
        };
    }
}
