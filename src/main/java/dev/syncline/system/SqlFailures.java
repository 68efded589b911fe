package dev.syncline.system;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.Set;
import org.apache.camel.Exchange;

/**
 * What {@code errors.camel.yaml} asks of what a database failed with. Camel takes an exception for a SQLException when one
 * is among its causes; what this program made of one, to say what is to be done, heals by nothing.
 */
@ApplicationScoped
@Named("sqlFailures")
@RegisterForReflection
public class SqlFailures {
    /** Snapshot too old, of Oracle and others. */
    private static final String TOO_OLD = "72000";

    /** Deadlock victim and lock time-out of SQL Server. */
    private static final Set<Integer> GAVE_WAY = Set.of(1205, 1222);

    /**
     * Whether no connection to a source is to be had, or it broke, or a transaction that only reads gave way to another
     * one. What the driver cannot do is none ({@link LostConnection#isOutageWithoutState}).
     */
    public boolean isOutage(Exchange exchange) {
        if (!(exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof SQLException failure)) {
            return false;
        }
        String state = failure.getSQLState();
        if (state == null) {
            return LostConnection.isOutageWithoutState(failure);
        }
        return state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("57P0")
                || state.equals("53300")
                || state.equals(TOO_OLD)
                || GAVE_WAY.contains(failure.getErrorCode());
    }
}
