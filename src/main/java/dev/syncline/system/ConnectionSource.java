package dev.syncline.system;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A pool that prepares each connection before it hands it out. */
public final class ConnectionSource implements DataSource {

    private final DataSource pool;
    private final ConnectionPreparation preparation;

    public ConnectionSource(DataSource pool, ConnectionPreparation preparation) {
        this.pool = pool;
        this.preparation = preparation;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return prepared(pool.getConnection());
        } catch (CutOff.Failed e) {
            throw e.failure();
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return prepared(pool.getConnection(username, password));
    }

    private Connection prepared(Connection connection) throws SQLException {
        try {
            preparation.prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
