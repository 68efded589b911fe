package dev.syncline.system;

import java.sql.SQLException;

/** Work on a database. */
public interface SqlWork<T> {
    T done() throws SQLException;
}
