package dev.syncline.system;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Prepares a connection; the connection is closed if that fails. */
public interface ConnectionPreparation {
    void prepare(Connection connection) throws SQLException;
}
