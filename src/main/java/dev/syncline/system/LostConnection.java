package dev.syncline.system;

import dev.syncline.sql.PostgresDialect;
import dev.syncline.sql.PostgresErrors;
import dev.syncline.sql.SqlErrors;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Distinguishes failures of a connection to a database from failures of a statement. After a failed connection a run
 * can continue when the database is back.
 */
public final class LostConnection {
    private static final PostgresErrors HUB = PostgresDialect.INSTANCE.errors();

    private static final String OF_POOL = "io.agroal.pool.ConnectionPool";

    /** The words of drivers for a closed connection, some of which set no SQL state. */
    private static final Pattern CLOSED = Pattern.compile("(?i)connection\\b.*\\bclosed\\b");

    private LostConnection() {}

    /**
     * Returns whether a connection broke while it was used, a transaction (only the hub takes part in these) did not
     * complete, or a statement of the hub timed out.
     */
    public static boolean isBroken(Throwable failure) {
        Set<Throwable> parts = whole(failure);
        return parts.stream()
                        .anyMatch(
                                part -> part instanceof SQLException sql && HUB.isBroken(sql) || isOfTransaction(part))
                || parts.stream().anyMatch(part -> part instanceof SQLException sql && HUB.isTimeout(sql))
                        && parts.stream().noneMatch(StatementTimeout.class::isInstance);
    }

    /** Returns whether no connection is available now, or its server does not take writes. */
    public static boolean isAway(Throwable failure) {
        return whole(failure).stream()
                .anyMatch(part -> part instanceof SQLException sql && (HUB.isAway(sql) || isOfPool(sql)));
    }

    /** Returns whether the connection broke, or none is available. */
    public static boolean isMissing(Throwable failure) {
        return isBroken(failure) || isAway(failure);
    }

    /** Returns whether the connection that failed so cannot be used again. */
    static boolean endsConnection(SQLException failure) {
        return SqlErrors.any(errors -> errors.endsConnection(failure));
    }

    /**
     * Returns whether a failure without a SQL state is an outage: the pool has no free connection, or the connection
     * broke. Drivers also set no state when they reject a value or a call; waiting does not help then.
     */
    public static boolean isOutageWithoutState(SQLException failure) {
        return failure.getSQLState() == null
                && whole(failure).stream()
                        .anyMatch(part -> part instanceof IOException
                                || part instanceof SQLTransientConnectionException
                                || part instanceof SQLNonTransientConnectionException
                                || part instanceof SQLTimeoutException
                                || part instanceof SQLException sql && (isOfPool(sql) || saysClosed(sql)));
    }

    private static boolean saysClosed(SQLException failure) {
        return failure.getMessage() != null
                && CLOSED.matcher(failure.getMessage()).find();
    }

    /** Returns whether the pool itself failed, as it has no connection; it sets no SQL state. */
    private static boolean isOfPool(SQLException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getSQLState() == null
                && trace.length > 0
                && trace[0].getClassName().equals(OF_POOL);
    }

    private static boolean isOfTransaction(Throwable failure) {
        return failure instanceof RollbackException
                || failure instanceof HeuristicRollbackException
                || failure instanceof HeuristicMixedException;
    }

    /** Returns the failure with its causes and suppressed exceptions. */
    private static Set<Throwable> whole(Throwable failure) {
        Set<Throwable> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        add(failure, parts);
        return parts;
    }

    private static void add(Throwable failure, Set<Throwable> parts) {
        if (failure != null && parts.add(failure)) {
            add(failure.getCause(), parts);
            for (Throwable suppressed : failure.getSuppressed()) {
                add(suppressed, parts);
            }
        }
    }
}
