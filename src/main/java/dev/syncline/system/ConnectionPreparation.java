package dev.syncline.system;

import java.sql.Connection;
import java.sql.SQLException;

/** Prepares a connection; the connection is closed if that fails. */
public interface ConnectionPreparation {
    void prepare(Connection connection) throws SQLException;
}
