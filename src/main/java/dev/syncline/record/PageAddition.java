package dev.syncline.record;

import java.sql.Connection;
import java.sql.SQLException;

/** What is written beside a page's own rows, in its transaction. */
@FunctionalInterface
public interface PageAddition {
    void write(Connection hub) throws SQLException;
}
