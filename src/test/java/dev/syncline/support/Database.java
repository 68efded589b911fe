package dev.syncline.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** SQL against the database of a system, or the hub's, as the configuration names them. Every call commits. */
public final class Database {
    private final String url;
    private final String user;
    private final String password;

    private Database(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    public static Database of(String system) {
        String prefix = "syncline.systems." + system + ".";
        return configured(prefix + "jdbc-url", prefix + "username", prefix + "password");
    }

    public static Database hub() {
        return configured("quarkus.datasource.jdbc.url", "quarkus.datasource.username", "quarkus.datasource.password");
    }

    /** Another database of the same server. */
    public Database beside(String name) {
        return new Database(url.replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"), user, password);
    }

    private static Database configured(String url, String user, String password) {
        Config config = ConfigProvider.getConfig();
        return new Database(
                config.getValue(url, String.class),
                config.getValue(user, String.class),
                config.getValue(password, String.class));
    }

    public int execute(String sql, Object... values) {
        try (Connection connection = open();
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.execute() ? 0 : statement.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The same for each of these rows of values. */
    public void executeAll(String sql, List<Object[]> rows) {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] values : rows) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The only column of the only row. */
    public <T> T value(Class<T> type, String sql, Object... values) {
        List<T> column = column(type, sql, values);
        if (column.size() != 1) {
            throw new IllegalStateException(column.size() + " rows: " + sql);
        }
        return column.get(0);
    }

    /** The first column of all rows. */
    public <T> List<T> column(Class<T> type, String sql, Object... values) {
        try (Connection connection = open();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getObject(1, type));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A connection of one's own. */
    public Connection open() {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException e) {
            throw new IllegalStateException(url, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
