package dev.syncline.page;

import dev.syncline.route.SqlText.Lexis;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.core.Encoding;

/** PostgreSQL: values go as text, which the server reads as the column's type. */
enum PostgresDialect implements SqlDialect {
    INSTANCE,
    /** Reads text as bytes: the server sends no row that has bytes which are no text in its encoding. */
    BYTES;

    private static final Logger LOG = Logger.getLogger(PostgresDialect.class);

    /** A byte that the encoding does not have, or none that UTF-8 has. */
    private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

    /** Types whose values are written in ASCII. */
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

    /** The program's own readers write nothing, so nothing need wait for their transactions. */
    private static final String READER = "Syncline";

    /**
     * The transactions open in the source's database: every one holds a lock on its virtual id from its beginning, also
     * before it writes, and everybody may see these locks. The numbers of those that write go with them, as a prepared
     * one goes on under its number alone. When a transaction began, only its own user and members of pg_read_all_stats
     * see.
     */
    private static final String STATE =
            """
            with session as materialized (
                select pid, backend_xid::text as xid, xact_start from pg_stat_activity
                where pid <> pg_backend_pid() and datname = current_database() and usesysid is not null
                      and application_name <> 'Syncline'),
            open as (
                select l.virtualxid as id, s.xact_start as began
                from pg_locks l join session s on s.pid = l.pid
                where l.locktype = 'virtualxid' and l.mode = 'ExclusiveLock'
                union all
                select xid, xact_start from session where xid is not null
                union all
                select transaction::text, null from pg_prepared_xacts where database = current_database())
            select current_timestamp, o.id, o.began from (select) one left join open o on true""";

    /**
     * A standby: its rows are those of what it has replayed, and nothing of it later than that is known. Null where it has
     * replayed no commit since it was started. A snapshot ends behind the last transaction that is over; those open beyond
     * it are told by the next number alone, of which {@code age} knows the lower half.
     */
    private static final String STANDBY =
            """
            select pg_last_xact_replay_timestamp(), txid_snapshot_xmin(seen), txid_snapshot_xmax(seen),
                   (age('3'::xid)::bigint + 3 - txid_snapshot_xmax(seen)) & 4294967295
            from (select txid_current_snapshot() as seen) snapshot
            where pg_is_in_recovery()""";

    @Override
    public String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public int type(int jdbcType, String typeName) {
        return switch (simple(typeName)) {
            case "json", "jsonb" -> SqlShape.JSON;
            case "uuid" -> SqlShape.UUID;
            case "timestamptz" -> Types.TIMESTAMP_WITH_TIMEZONE;
            case "timetz" -> SqlShape.OFFSET_TIME;
            case "bool" -> Types.BOOLEAN;
            case "float4" -> SqlShape.SINGLE;
            case "float8" -> Types.DOUBLE;
            case "money" -> Types.NUMERIC;
            case "bpchar" -> SqlShape.PADDED;
            case "citext" -> SqlShape.CASELESS;
            case "hstore" -> SqlShape.HSTORE;
            case "varbit" -> SqlShape.ofBits(0);
            default -> jdbcType;
        };
    }

    /** The name of a type without that of its schema, which is told where it is not on the search path. */
    static String simple(String typeName) {
        int dot = typeName.lastIndexOf('.');
        return (dot < 0 ? typeName : typeName.substring(dot + 1))
                .replace("\"", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The text of an amount of money is in the words of the server's country; only the server knows them. */
    @Override
    public String readAs(String column, String typeName) {
        String type = simple(typeName);
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
        return this == BYTES && !NEVER_TEXT.contains(simple(typeName));
    }

    @Override
    public boolean readsAllColumnsAsTheyAre() {
        return this != BYTES;
    }

    @Override
    public boolean refusesBytes(SQLException failure) {
        return failure.getSQLState() != null && NO_TEXT.contains(failure.getSQLState());
    }

    @Override
    public SqlDialect ofBytes() {
        return BYTES;
    }

    @Override
    public String mark(String typeName) {
        return simple(typeName).equals("money") ? "cast(cast(? as numeric) as money)" : "?";
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
            throw new UnreadableValue("its bytes are no text in " + charset);
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
    public Lexis lexis() {
        return Lexis.POSTGRESQL;
    }

    @Override
    public boolean comparesRows() {
        return true;
    }

    /** Text of type citext is equal in any case, and its own key in each. */
    @Override
    public String ordered(String column, int type) {
        return type == SqlShape.CASELESS ? "cast(" + column + " as text)" : column;
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
            return text; // values of numbers and times, too
        }
        Object value = SqlShape.parse(type, text);
        return switch (type) {
            case Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> PostgresValues.literal(text);
            case Types.BINARY -> "\\x" + HexFormat.of().formatHex((byte[]) value);
            default -> text;
        };
    }

    /** No statement is refused for what a key is, but a key that its column cannot hold. */
    @Override
    public boolean refusesValue(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("22");
    }

    /** The driver has no state of its own for it, and ends the connection. */
    @Override
    public boolean isTooWide(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("maxResultBuffer");
    }

    /** Planned anew each time: a plan that the server keeps fails for good once the columns have changed. */
    @Override
    public PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = SqlDialect.super.prepare(connection, sql);
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

    /**
     * The keys go as one array a column, which the server hashes: a list of rows it would compare with every row of the
     * source. A few are a list all the same, which finds its way into a query that groups.
     */
    @Override
    public KeyCondition among(List<KeyColumn> columns, List<List<String>> keys) {
        boolean isOne = columns.size() == 1;
        boolean isPlain = columns.stream()
                .allMatch(column -> mark(column.typeName()).equals("?")
                        && !column.typeName().startsWith("_"));
        if (!isPlain || !isOne && keys.size() <= KeyCondition.FEW) {
            return KeyCondition.listed(this, columns, keys);
        }
        List<Object> arrays = IntStream.range(0, columns.size())
                .<Object>mapToObj(i -> array(columns.get(i), keys, i))
                .toList();
        String places = columns.stream()
                .map(column -> "cast(? as " + arrayOf(column.typeName()) + ")")
                .collect(Collectors.joining(", "));
        String names = columns.stream().map(KeyColumn::name).collect(Collectors.joining(", "));
        return new KeyCondition(
                isOne ? names + " = any(" + places + ")" : "(" + names + ") in (select * from unnest(" + places + "))",
                arrays);
    }

    private String array(KeyColumn column, List<List<String>> keys, int place) {
        return keys.stream()
                .map(key -> key(column.type(), key.get(place)).toString())
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** What the driver calls serial is a column that counts by itself; a name with its schema comes in quotes. */
    private String arrayOf(String typeName) {
        String type =
                switch (typeName) {
                    case "smallserial" -> "int2";
                    case "serial" -> "int4";
                    case "bigserial" -> "int8";
                    default -> typeName;
                };
        return (type.startsWith("\"") ? type : quoted(type)) + "[]";
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
        connection.setClientInfo("ApplicationName", READER); // before the transaction, whose end would undo it
        SqlDialect.super.begin(connection);
        settle(connection);
    }

    /** The text of ranges, composite types and intervals is to be the same whatever the server's settings and our zone. */
    private static void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local timezone = 'UTC'; set local intervalstyle = 'postgres';"
                    + " set local bytea_output = 'hex'");
        }
    }

    @Override
    public SourceState state(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet standby = statement.executeQuery(STANDBY)) {
            if (standby.next()) {
                Instant replayed = instant(standby, 1);
                long beyond = standby.getLong(4);
                return new SourceState(
                        replayed == null ? Horizons.UNKNOWN : replayed,
                        Map.of(),
                        standby.getLong(2),
                        standby.getLong(3) + (beyond > Integer.MAX_VALUE ? 0 : beyond));
            }
        } catch (SQLException e) {
            if (!refuses(e)) {
                throw e;
            }
            connection.rollback(); // a database that speaks as PostgreSQL does, and has no such functions
        }
        return stateOfPrimary(connection);
    }

    private static SourceState stateOfPrimary(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(STATE)) {
            Map<String, Instant> open = new HashMap<>();
            Instant now = null;
            while (result.next()) {
                now = instant(result, 1);
                if (result.getString(2) != null) {
                    open.put(result.getString(2), instant(result, 3));
                }
            }
            return new SourceState(now, open);
        } catch (SQLException e) {
            if (!INSTANCE.refuses(e)) {
                throw e;
            }
            LOG.warnf(
                    "A source does not show its open transactions, so rows committed later than the overlap allows are"
                            + " missed. Let its reader select from pg_locks, pg_stat_activity and pg_prepared_xacts: %s",
                    e.getMessage());
            connection.rollback();
            settle(connection);
            return clock(connection);
        }
    }

    private static SourceState clock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select current_timestamp")) {
            result.next();
            return new SourceState(instant(result, 1), null);
        }
    }

    private static Instant instant(ResultSet result, int column) throws SQLException {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public boolean refuses(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("42");
    }
}
