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
 * Tells failures of a connection to a database from failures of what was asked over it: the first say nothing against a
 * run, which can continue when the database is back.
 */
public final class LostConnection {
    private static final PostgresErrors HUB = PostgresDialect.INSTANCE.errors();

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
        return parts.stream()
                        .anyMatch(
                                part -> part instanceof SQLException sql && HUB.isBroken(sql) || isOfTransaction(part))
                || parts.stream().anyMatch(part -> part instanceof SQLException sql && HUB.isTimeout(sql))
                        && parts.stream().noneMatch(StatementTimeout.class::isInstance);
    }

    /** No connection can be had now, or the server that it leads to takes no writes. */
    public static boolean isAway(Throwable failure) {
        return whole(failure).stream()
                .anyMatch(part -> part instanceof SQLException sql && (HUB.isAway(sql) || isOfPool(sql)));
    }

    /** Either of both. */
    public static boolean isMissing(Throwable failure) {
        return isBroken(failure) || isAway(failure);
    }

    /** Whether the connection that this was thrown by is of no use any more. */
    static boolean endsConnection(SQLException failure) {
        return SqlErrors.any(errors -> errors.endsConnection(failure));
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
