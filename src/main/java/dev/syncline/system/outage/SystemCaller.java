package dev.syncline.system.outage;

import org.apache.camel.Exchange;

/**
 * What makes the calls of an exchange to a system: a batch, or the read of a page. While a call is made, the exchange's body
 * is that of the call, so the caller is kept in a property of the exchange.
 */
public interface SystemCaller {
    /** The exchange property that holds the caller. */
    String PROPERTY = "caller";

    /** Returns how its calls go. */
    CallState calls();

    /** Whether a call that the system refuses for what is in it is made again with less. */
    default boolean dividesRefused() {
        return false;
    }

    /** Whether a call that the system breaks on is made again with less. */
    default boolean dividesBroken() {
        return false;
    }

    /** Whether the call is made at the address of one record: 404 and 410 say that the system does not have it. */
    default boolean isAtRecord() {
        return false;
    }

    /** Has the caller make the calls of the exchange. */
    static void set(Exchange exchange, SystemCaller caller) {
        exchange.setProperty(PROPERTY, caller);
    }

    /** Whether the exchange's call is made at the address of one record. */
    static boolean isAtRecord(Exchange exchange) {
        SystemCaller caller = exchange.getProperty(PROPERTY, SystemCaller.class);
        return caller != null && caller.isAtRecord();
    }

    /**
     * Returns what makes the calls of the exchange.
     *
     * @throws IllegalStateException when nothing was set
     */
    static SystemCaller of(Exchange exchange) {
        SystemCaller caller = exchange.getProperty(PROPERTY, SystemCaller.class);
        if (caller == null) {
            throw new IllegalStateException("Nothing makes the calls of " + exchange.getFromRouteId()
                    + ". Compare its file with the one of this version in routes/templates");
        }
        return caller;
    }
}
