package dev.syncline.sql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Classifies failures of a database by their SQL states and its own error numbers. A failure without a state comes from
 * the driver or the pool, and is none of these.
 */
public interface SqlErrors {
    /** Returns whether the predicate holds for any of the databases, for failures whose database is unknown. */
    static boolean any(Predicate<SqlErrors> means) {
        return SqlDialect.all().stream().map(SqlDialect::errors).anyMatch(means);
    }

    /** Returns whether a failure's SQL state begins with one of these. */
    static boolean hasState(SQLException failure, String... beginnings) {
        String state = failure.getSQLState();
        return state != null && Arrays.stream(beginnings).anyMatch(state::startsWith);
    }

    /** Returns whether the connection that failed cannot be used again. */
    boolean endsConnection(SQLException failure);

    /** Returns whether a statement exceeded its time-out. */
    boolean isTimeout(SQLException failure);

    /** Returns whether the server refuses the user, or does not have the database. */
    boolean refusesSignIn(SQLException failure);

    /** Returns whether the database that the URL names is the reason for that. */
    boolean lacksDatabase(SQLException failure);

    /**
     * Returns whether a read must be retried: no connection is available, it broke, or the transaction lost a conflict.
     */
    boolean isReadOutage(SQLException failure);

    /** Returns whether the database rejects the statement, as opposed to a broken connection. */
    boolean refuses(SQLException failure);

    /** Returns whether the database does not send a row because of bytes that are not text. */
    default boolean refusesBytes(SQLException failure) {
        return false;
    }

    /** Returns whether the rows that are fetched at once are too large for the driver. */
    default boolean isTooWide(SQLException failure) {
        return false;
    }

    /** Returns whether the database rejects a value, as opposed to the statement. */
    default boolean refusesValue(SQLException failure) {
        return false;
    }

    /** Returns whether the database cannot compute a value of a query, in which case it returns no rows. */
    default boolean lacksValue(SQLException failure) {
        return hasState(failure, "22");
    }

    /**
     * Returns whether a batch must be retried later: because of an {@linkplain #isReadOutage outage}, or a lock, space
     * or a time-out.
     */
    boolean isWriteOutage(SQLException failure);

    /**
     * Returns whether it concerns more than the record that is written: the connection, the server, the transaction.
     * Every other failure of a record's statement concerns that record, whatever its state, as triggers use states of
     * their own.
     */
    boolean isBeyondRecord(SQLException failure);

    /**
     * Returns whether the transaction lost a conflict with another one, so that it may succeed if it is retried at
     * once.
     */
    boolean clashes(SQLException failure);

    /** Returns whether a prepared statement no longer fits its table; {@link SqlWriting#renew} helps. */
    default boolean isStale(SQLException failure) {
        return false;
    }

    /** Returns whether the record refers to a missing row, which may exist later. */
    boolean lacksOther(SQLException failure);

    /**
     * Returns whether it concerns rights, tables or columns instead of the record's values, so that other records are
     * likely to fail too.
     */
    boolean isOfStatement(SQLException failure);

    /** Returns the index of the parameter that caused the failure, from 1; 0 if it is unknown. */
    default int parameter(SQLException failure) {
        return 0;
    }
}
