package dev.syncline.system;

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
 * Tells failures of a connection to a database from failures of what was asked over it: the first say nothing against a
 * run, which can continue when the database is back. SQL states are PostgreSQL's, class 08 is the standard's.
 */
public final class LostConnection {
    private static final Set<String> BROKEN = Set.of(
            "08003", // the connection does not exist any more
            "08006", // it failed, or was silent for too long
            "08007", // it failed while a transaction was committed
            "57P01", // the server is being stopped
            "57P02", // the server crashed
            "57P05", // the session was idle too long
            "25P03" // the same, within a transaction
            );
    private static final Set<String> AWAY = Set.of(
            "08000",
            "08001", // cannot be connected to, or is no primary
            "08004", // the server refuses the connection
            "53300", // too many connections
            "57P03", // the server is starting
            "25006" // it is a standby now, and takes no writes
            );

    private static final Set<String> TOO_LONG = Set.of("57014");

    /** By what MariaDB and SQL Server say that they take no writes (any more). */
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1836, 3906, 976, 983);

    private static final String OF_POOL = "io.agroal.pool.ConnectionPool";

    /** Drivers say it in these words, some of them without a state. */
    private static final Pattern CLOSED = Pattern.compile("(?i)connection\\b.*\\bclosed\\b");

    private LostConnection() {}

    /**
     * A connection that was in use broke, or a transaction, which only the hub takes part in, did not come to its end, or
     * the hub took too long for a statement.
     */
    public static boolean isBroken(Throwable failure) {
        Set<Throwable> parts = whole(failure);
        return parts.stream().anyMatch(part -> hasState(part, BROKEN) || isOfTransaction(part))
                || parts.stream().anyMatch(part -> hasState(part, TOO_LONG))
                        && parts.stream().noneMatch(StatementTimeout.class::isInstance);
    }

    /** No connection can be had now, or the server that it leads to takes no writes. */
    public static boolean isAway(Throwable failure) {
        return whole(failure).stream()
                .anyMatch(part -> hasState(part, AWAY) || part instanceof SQLException sql && isOfPool(sql));
    }

    /** Either of both. */
    public static boolean isMissing(Throwable failure) {
        return isBroken(failure) || isAway(failure);
    }

    /** Whether the connection that this was thrown by is of no use any more. */
    static boolean endsConnection(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || BROKEN.contains(state) || AWAY.contains(state))
                || READ_ONLY.contains(failure.getErrorCode());
    }

    /**
     * Whether a failure without a state is an outage: the pool has no connection to give, or the connection broke. What a
     * driver says of a value or a call that it cannot do has no state either, and heals by no waiting.
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

    private static boolean hasState(Throwable failure, Set<String> states) {
        return failure instanceof SQLException sql && sql.getSQLState() != null && states.contains(sql.getSQLState());
    }

    /** The pool itself says that it has no connection to give, without a state. */
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

    /** The failure with its causes, and what was suppressed on the way. */
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
