package dev.syncline.sql;

import dev.syncline.value.Column;
import dev.syncline.value.ColumnType;
import dev.syncline.value.ColumnType.Kind;
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

/** PostgreSQL: values go as text, which the server reads as the column's type, whatever that is. */
enum PostgresWriting implements SqlWriting {
    INSTANCE;

    /** Another name than that of the readers, whose transactions a source's horizon need not wait for. */
    private static final String WRITER = "Syncline writer";

    private static final ValueLimits LIMITS = new ValueLimits(false, true, true, null, null);
    private static final Set<String> ONLY_ITS_OWN = Set.of("bit", "interval", "timetz", "varbit", "xml");

    /** How the text of an array begins that does not count from 1. */
    private static final Pattern BOUNDS = Pattern.compile("\\[-?\\d+:");

    @Override
    public SqlDialect dialect() {
        return PostgresDialect.INSTANCE;
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        connection.setClientInfo("ApplicationName", WRITER); // before a transaction, whose end would undo it
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    @Override
    public Kind kind(int jdbcType, String typeName) {
        if (ONLY_ITS_OWN.contains(typeName)) {
            return Kind.OTHER;
        }
        return switch (typeName) {
            case "json", "jsonb" -> Kind.JSON;
            case "uuid" -> Kind.UUID;
            case "timestamptz" -> Kind.MOMENT;
            case "money" -> Kind.DECIMAL;
            case "citext" -> Kind.TEXT;
            default -> SqlWriting.standard(jdbcType);
        };
    }

    @Override
    public ColumnType type(int jdbcType, String typeName, String declared, int precision, int scale) {
        ColumnType type = SqlWriting.super.type(jdbcType, typeName, declared, precision, scale);
        return type.kind() == Kind.OTHER
                ? new ColumnType(
                        Kind.OTHER,
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
        return kind(jdbcType, typeName) == Kind.OTHER;
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

    /** By the type's own input function with the column's lengths, as on assignment; a cast would cut off or fill up. */
    @Override
    public String canonical(ColumnType type) {
        if (type.kind() != Kind.OTHER || type.declared() == null) {
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
     * The driver keeps the types of a statement's parameters by its text, for as long as the connection lives: once a column
     * has another type, values would go through the former one.
     */
    @Override
    public String tag(Collection<Column> columns) {
        String types = columns.stream()
                .map(column -> column.name() + " " + column.type().name())
                .collect(Collectors.joining(","));
        return " /* columns " + Integer.toHexString(types.hashCode()) + " */";
    }

    /** The server makes arrays and composite values of JSON only by a function. */
    @Override
    public boolean isIntermediate(ColumnType type, String text) {
        return type.code() == Types.STRUCT && text.startsWith("{")
                || type.code() == Types.ARRAY
                        && text.startsWith("[")
                        && !BOUNDS.matcher(text).lookingAt();
    }

    /** The driver itself writes arrays otherwise once it reads them in binary; {@code inet} has another text for casts. */
    private static String asText(String expression, String typeName) {
        return typeName.equals("inet") ? expression : "cast(" + expression + " as text)";
    }

    /** The text of money depends on the server's language, so that 1.50 might be read as 150. */
    @Override
    public String selected(Column column) {
        if (column.type().name().equals("money")) {
            return "cast(" + quoted(column.name()) + " as numeric)";
        }
        return column.kind() == Kind.OTHER
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
        } else if (column.kind() == Kind.JSON) {
            statement.setObject(place, value.toString(), Types.OTHER);
        } else {
            statement.setObject(place, ValueText.of(value), Types.OTHER);
        }
    }

    @Override
    public Object read(ResultSet result, int place, Column column) throws SQLException {
        if (column.kind() != Kind.DECIMAL) {
            return SqlWriting.super.read(result, place, column);
        }
        String number = result.getString(place);
        Double special = number == null ? null : Numbers.special(number);
        return number == null ? null : special == null ? new BigDecimal(number) : special;
    }

    /** The driver forgets its own part of them when it sees this command. */
    @Override
    public void renew(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("deallocate all");
        }
    }
}
