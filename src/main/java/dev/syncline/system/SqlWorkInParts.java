package dev.syncline.system;

import java.sql.SQLException;

/** Work on a database that reports its progress. */
public interface SqlWorkInParts<T> {
    /** @param partDone to be called after each part */
    T done(Runnable partDone) throws SQLException;
}
