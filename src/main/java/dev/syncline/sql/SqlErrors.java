package dev.syncline.sql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * What the failures of a database mean, by their SQL states and by the database's own numbers. A failure without a state is
 * the driver's or the pool's, and means none of this.
 */
public interface SqlErrors {
    /** Returns whether it means so in any of the databases, where it is not known which one failed. */
    static boolean any(Predicate<SqlErrors> means) {
        return SqlDialect.all().stream().map(SqlDialect::errors).anyMatch(means);
    }

    /** Returns whether a failure's SQL state begins with one of these. */
    static boolean hasState(SQLException failure, String... beginnings) {
        String state = failure.getSQLState();
        return state != null && Arrays.stream(beginnings).anyMatch(state::startsWith);
    }

    /** Whether the connection that failed is of no use any more. */
    boolean endsConnection(SQLException failure);

    /** Whether a statement took longer than it may. */
    boolean isTimeout(SQLException failure);

    /** Whether the server does not let us in, as we are or where we want to go. */
    boolean refusesSignIn(SQLException failure);

    /** Whether that is because of the database that the URL names. */
    boolean lacksDatabase(SQLException failure);

    /** Whether a read is to be tried again: no connection is to be had, it broke, or a transaction gave way. */
    boolean isReadOutage(SQLException failure);

    /** Whether it is the statement that the database does not take, and not the connection that broke off. */
    boolean refuses(SQLException failure);

    /** Whether the database sends no row that has bytes which are no text. */
    default boolean refusesBytes(SQLException failure) {
        return false;
    }

    /** Whether the driver does not take so much at once as is fetched. */
    default boolean isTooWide(SQLException failure) {
        return false;
    }

    /** Whether it is a value that the database does not take, and not the statement. */
    default boolean refusesValue(SQLException failure) {
        return false;
    }

    /** Whether the database cannot work out a value that a query asks for, and gives none of its rows then. */
    default boolean lacksValue(SQLException failure) {
        return hasState(failure, "22");
    }

    /** Whether a batch is to be tried again after a while: what {@link #isReadOutage} is, or a lock, space, a time-out. */
    boolean isWriteOutage(SQLException failure);

    /**
     * Whether it concerns more than the record that is written: the connection, the server, the whole transaction. All else
     * that the database says of a record's statement is about that record, whatever its state, as triggers have states of
     * their own.
     */
    boolean isBeyondRecord(SQLException failure);

    /** Whether another transaction came first, so that the same one may well succeed if it is tried again at once. */
    boolean clashes(SQLException failure);

    /** Whether the server keeps a statement that no longer fits its table; {@link SqlWriting#renew} helps. */
    default boolean isStale(SQLException failure) {
        return false;
    }

    /** Whether the record refers to a row that is not there, and may be there another time. */
    boolean lacksOther(SQLException failure);

    /** Whether it is about rights, tables or columns, and none of the record's values: others may well meet the same. */
    boolean isOfStatement(SQLException failure);

    /** The place among a statement's parameters of the one that the failure is about; 0 where it does not say. */
    default int parameter(SQLException failure) {
        return 0;
    }
}
