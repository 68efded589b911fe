package dev.syncline.run;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Tells a connection to a database that broke from one that never was: the first says nothing against the run, which can go
 * on when the database is back. SQL states are PostgreSQL's, class 08 is the standard's.
 */
final class LostConnection {
    private static final Set<String> BROKEN = Set.of(
            "08003", // the connection does not exist any more
            "08006", // it failed
            "08007", // it failed while a transaction was committed
            "57P01", // the server is being stopped
            "57P02", // the server crashed
            "57P05" // the session was idle too long
            );
    private static final Set<String> UNREACHABLE = Set.of(
            "08000",
            "08001", // cannot be connected to
            "08004", // the server refuses the connection
            "53300", // too many connections
            "57P03" // the server is starting
            );

    private LostConnection() {}

    /** A connection that was in use broke, or a transaction, which only the hub takes part in, did not come to its end. */
    static boolean isBroken(Throwable failure) {
        return whole(failure).stream().anyMatch(part -> hasState(part, BROKEN) || isOfTransaction(part));
    }

    /** The same, or there is no connection to be had. */
    static boolean isMissing(Throwable failure) {
        return isBroken(failure) || whole(failure).stream().anyMatch(part -> hasState(part, UNREACHABLE));
    }

    private static boolean hasState(Throwable failure, Set<String> states) {
        return failure instanceof SQLException sql && sql.getSQLState() != null && states.contains(sql.getSQLState());
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
