package dev.syncline.page;

import org.apache.camel.http.base.HttpOperationFailedException;

/** A system cannot be asked for records by their keys. */
public final class NoLookup extends InvalidSource {
    NoLookup(String route, String system) {
        super("Route " + route + ": system " + system + " cannot be asked for records by their keys, as the parameter"
                + " 'lookup' of its http-read is empty. Name the call there; or, without one, set the route's deletePolicy"
                + " to ignore, and run it over 'all' for what a retry or a run over keys is to do");
    }

    /** Whether that is what was thrown; a system that does not know the call has none either. */
    public static boolean isSaid(Throwable thrown) {
        return thrown instanceof NoLookup
                || thrown instanceof HttpOperationFailedException answer
                        && switch (answer.getStatusCode()) {
                            case 404, 405, 410, 501 -> true;
                            default -> false;
                        };
    }
}
