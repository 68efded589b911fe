package dev.syncline.run;

/** A route has no record that a retry was asked for. */
public class NothingToRetry extends RuntimeException {
    NothingToRetry(String route) {
        super("Route " + route + " has no such record. GET /api/records?route=" + route + " lists what it has");
    }
}
