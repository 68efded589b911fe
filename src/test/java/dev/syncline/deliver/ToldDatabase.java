package dev.syncline.deliver;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A database of which nothing is there but what it is sent, and the answers that a test gives it. */
public final class ToldDatabase {
    /** A column as its metadata say it is. */
    public record Column(int type, String typeName, int precision, int scale) {}

    /** Each statement with its values; what is not a statement stands in brackets. */
    final List<String> sent = new ArrayList<>();

    private final String product;
    private final Map<String, Column> columns;
    private final Map<String, Object[]> rows = new HashMap<>();
    private final Map<String, SQLException> failures = new HashMap<>();

    private boolean isBroken;

    public ToldDatabase(String product, Map<String, Column> columns) {
        this.product = product;
        this.columns = columns;
    }

    /** What a select that begins so answers: one row. */
    public ToldDatabase answers(String beginning, Object... row) {
        rows.put(beginning, row);
        return this;
    }

    /** What comes of a statement that begins so, once. */
    ToldDatabase fails(String beginning, SQLException failure) {
        failures.put(beginning, failure);
        return this;
    }

    /** From now on its connections do not answer. */
    void breaks() {
        isBroken = true;
    }

    public DataSource source() {
        return made(DataSource.class, (self, method, values) -> connection());
    }

    private Connection connection() {
        DatabaseMetaData metadata = made(
                DatabaseMetaData.class,
                (self, method, values) -> method.getReturnType() == String.class ? product : (Object) 0);
        return made(Connection.class, (self, method, values) -> switch (method.getName()) {
            case "getMetaData" -> metadata;
            case "createStatement" ->
                made(
                        Statement.class,
                        (any, execution, sql) ->
                                execution.getName().equals("executeQuery") ? result((String) sql[0]) : null);
            case "prepareStatement" -> statement((String) values[0]);
            case "isValid" -> !isBroken;
            case "commit", "rollback" -> {
                sent.add("[" + method.getName() + "]");
                yield null;
            }
            default -> null;
        });
    }

    private PreparedStatement statement(String sql) {
        List<Object> bound = new ArrayList<>();
        int[] batched = {0};
        return made(PreparedStatement.class, (self, method, values) -> switch (method.getName()) {
            case "setObject", "setString", "setBigDecimal", "setBytes" -> {
                bound.add(values[1]);
                yield null;
            }
            case "setNull" -> {
                bound.add("null of type " + values[1]);
                yield null;
            }
            case "addBatch" -> {
                batched[0]++;
                send(sql, bound);
                yield null;
            }
            case "executeBatch" -> {
                int[] counts = new int[batched[0]];
                Arrays.fill(counts, 1);
                batched[0] = 0;
                yield counts;
            }
            case "executeUpdate" -> {
                send(sql, bound);
                yield 1;
            }
            case "executeQuery" -> {
                send(sql, bound);
                yield result(sql);
            }
            default -> null;
        });
    }

    private void send(String sql, List<Object> bound) throws SQLException {
        sent.add(sql + " " + bound);
        bound.clear();
        for (String beginning : List.copyOf(failures.keySet())) {
            if (sql.startsWith(beginning)) {
                throw failures.remove(beginning);
            }
        }
    }

    private ResultSet result(String sql) {
        String list = sql.substring("select ".length(), sql.indexOf(" from "));
        List<String> names = List.of(list.replaceAll("[\\[\\]]", "").split(", "));
        Object[] row = rows.entrySet().stream()
                .filter(answer -> sql.startsWith(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        ResultSetMetaData metadata = made(ResultSetMetaData.class, (self, method, values) -> {
            Column column = columns.get(names.get((int) values[0] - 1));
            return switch (method.getName()) {
                case "getColumnType" -> column.type();
                case "getColumnTypeName" -> column.typeName();
                case "getPrecision" -> column.precision();
                default -> column.scale();
            };
        });
        boolean[] isOver = {row == null};
        return made(ResultSet.class, (self, method, values) -> switch (method.getName()) {
            case "getMetaData" -> metadata;
            case "next" -> {
                boolean hasRow = !isOver[0];
                isOver[0] = true;
                yield hasRow;
            }
            case "wasNull" -> false;
            case "close" -> null;
            default -> row[(int) values[0] - 1];
        });
    }

    private static <T> T made(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
