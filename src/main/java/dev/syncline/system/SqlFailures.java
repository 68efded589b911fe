package dev.syncline.system;

import dev.syncline.sql.SqlErrors;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.SQLException;
import org.apache.camel.Exchange;

/**
 * What {@code errors.camel.yaml} asks of what a database failed with. Camel takes an exception for a SQLException when one
 * is among its causes; what this program made of one, to say what is to be done, heals by nothing.
 */
@ApplicationScoped
@Named("sqlFailures")
@RegisterForReflection
public class SqlFailures {

    /**
     * Whether no connection to a source is to be had, or it broke, or a transaction that only reads gave way to another
     * one. What the driver cannot do is none ({@link LostConnection#isOutageWithoutState}).
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
