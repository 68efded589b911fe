package dev.syncline.system;

import dev.syncline.sql.SqlErrors;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.SQLException;
import org.apache.camel.Exchange;

/**
 * Classifies failures of databases for {@code errors.camel.yaml}. Camel treats an exception as a SQLException if one is
 * among its causes; an exception of this program around one, which says what to do, is not retried.
 */
@ApplicationScoped
@Named("sqlFailures")
@RegisterForReflection
public class SqlFailures {

    /**
     * Returns whether no connection to a source is available, or it broke, or a read-only transaction was ended in
     * favour of another one. A call that the driver does not support is not an outage ({@link
     * LostConnection#isOutageWithoutState}).
     */
    public boolean isOutage(Exchange exchange) {
        if (!(exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof SQLException failure)) {
            return false;
        }
        return failure.getSQLState() == null
                ? LostConnection.isOutageWithoutState(failure)
                : SqlErrors.any(errors -> errors.isReadOutage(failure));
    }
}
