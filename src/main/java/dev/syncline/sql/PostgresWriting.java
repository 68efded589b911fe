package dev.syncline.sql;

import dev.syncline.value.Column;
import dev.syncline.value.ColumnKind;
import dev.syncline.value.ColumnType;
import dev.syncline.value.Numbers;
import dev.syncline.value.ValueLimits;
import dev.syncline.value.ValueText;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes PostgreSQL. Values are sent as text, which the server parses as the column's type. */
enum PostgresWriting implements SqlWriting {
    INSTANCE;

    /**
     * The application name of writers, which differs from that of readers, whose transactions the horizon of a source
     * does not include.
     */
    private static final String WRITER = "Syncline writer";

    private static final ValueLimits LIMITS = new ValueLimits(false, true, true, null, null);
    private static final Set<String> ONLY_ITS_OWN = Set.of("bit", "interval", "timetz", "varbit", "xml");

    /** The beginning of the text of an array whose index does not begin at 1. */
    private static final Pattern BOUNDS = Pattern.compile("\\[-?\\d+:");

    @Override
    public SqlDialect dialect() {
        return PostgresDialect.INSTANCE;
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        connection.setClientInfo("ApplicationName", WRITER); // before a transaction, as a rollback would undo it
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    @Override
    public ColumnKind kind(int jdbcType, String typeName) {
        if (ONLY_ITS_OWN.contains(typeName)) {
            return ColumnKind.OTHER;
        }
        return switch (typeName) {
            case "json", "jsonb" -> ColumnKind.JSON;
            case "uuid" -> ColumnKind.UUID;
            case "timestamptz" -> ColumnKind.MOMENT;
            case "money" -> ColumnKind.DECIMAL;
            case "citext" -> ColumnKind.TEXT;
            default -> SqlWriting.standard(jdbcType);
        };
    }

    @Override
    public ColumnType type(int jdbcType, String typeName, String declared, int precision, int scale) {
        ColumnType type = SqlWriting.super.type(jdbcType, typeName, declared, precision, scale);
        return type.kind() == ColumnKind.OTHER
                ? new ColumnType(
                        ColumnKind.OTHER,
                        jdbcType,
                        typeName,
                        declared,
                        0,
                        scale,
                        LIMITS,
                        new PostgresForm(jdbcType, typeName))
                : type;
    }

    @Override
    public ValueLimits limits() {
        return LIMITS;
    }

    @Override
    public boolean needsDeclaration(int jdbcType, String typeName) {
        return kind(jdbcType, typeName) == ColumnKind.OTHER;
    }

    @Override
    public Map<String, String> declarations(Connection connection, String table) throws SQLException {
        Map<String, String> declarations = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                """
                select attname, format_type(atttypid, atttypmod) from pg_catalog.pg_attribute
                where attrelid = to_regclass(?) and attnum > 0 and not attisdropped""")) {
            select.setString(1, table(table));
            try (ResultSet columns = select.executeQuery()) {
                while (columns.next()) {
                    declarations.put(columns.getString(1), columns.getString(2));
                }
            }
        }
        return declarations;
    }

    /** Uses the type's input function with the column's length, as an assignment does; a cast would truncate or pad. */
    @Override
    public String canonical(ColumnType type) {
        if (type.kind() != ColumnKind.OTHER || type.declared() == null) {
            return null;
        }
        String json =
                switch (type.code()) {
                    case Types.STRUCT -> "case when left(t, 1) = '{' then cast(t as jsonb) else to_jsonb(t) end";
                    case Types.ARRAY -> "case when t ~ '^\\[(?!-?[0-9]+:)' then cast(t as jsonb) else to_jsonb(t) end";
                    default -> "to_jsonb(t)";
                };
        return "select " + asText("v", type.name()) + " from (select cast(? as text)) p(t), jsonb_to_record("
                + "jsonb_build_object('v', " + json + ")) as x(v " + type.declared() + ")";
    }

    /**
     * Makes the text of statements depend on the column types: the driver caches the types of parameters by statement
     * text for the life of a connection, so a value would be sent with the former type of an altered column.
     */
    @Override
    public String tag(Collection<Column> columns) {
        String types = columns.stream()
                .map(column -> column.name() + " " + column.type().name())
                .collect(Collectors.joining(","));
        return " /* columns " + Integer.toHexString(types.hashCode()) + " */";
    }

    /** Returns whether the server can read the text only by a function: arrays and composite values as JSON. */
    @Override
    public boolean isIntermediate(ColumnType type, String text) {
        return type.code() == Types.STRUCT && text.startsWith("{")
                || type.code() == Types.ARRAY
                        && text.startsWith("[")
                        && !BOUNDS.matcher(text).lookingAt();
    }

    /**
     * Has the server write the text: the driver formats arrays in another way once it reads them in binary, and a cast
     * of {@code inet} gives another text.
     */
    private static String asText(String expression, String typeName) {
        return typeName.equals("inet") ? expression : "cast(" + expression + " as text)";
    }

    /** Casts money, whose text depends on the server's locale, in which 1.50 might mean 150. */
    @Override
    public String selected(Column column) {
        if (column.type().name().equals("money")) {
            return "cast(" + quoted(column.name()) + " as numeric)";
        }
        return column.kind() == ColumnKind.OTHER
                ? asText(quoted(column.name()), column.type().name())
                : quoted(column.name());
    }

    @Override
    public String mark(Column column) {
        return PostgresDialect.mark(column.type().name());
    }

    @Override
    public String locking(String columns, String table, String where, boolean holdsRoom) {
        return "select " + columns + " from " + table + " where " + where + " for update";
    }

    @Override
    public String insertAbsent(String insert) {
        return insert + " on conflict do nothing";
    }

    @Override
    public void bind(PreparedStatement statement, int place, Column column, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.NULL);
        } else if (value instanceof byte[] binary) {
            statement.setBytes(place, binary);
        } else if (column.kind() == ColumnKind.JSON) {
            statement.setObject(place, value.toString(), Types.OTHER);
        } else {
            statement.setObject(place, ValueText.of(value), Types.OTHER);
        }
    }

    @Override
    public Object read(ResultSet result, int place, Column column) throws SQLException {
        if (column.kind() != ColumnKind.DECIMAL) {
            return SqlWriting.super.read(result, place, column);
        }
        String number = result.getString(place);
        Double special = number == null ? null : Numbers.special(number);
        return number == null ? null : special == null ? new BigDecimal(number) : special;
    }

    /** The driver drops its own cached statements when it sees this command. */
    @Override
    public void renew(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("deallocate all");
        }
    }
}
