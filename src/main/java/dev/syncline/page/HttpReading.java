package dev.syncline.page;

import dev.syncline.system.outage.CallState;
import dev.syncline.system.outage.SystemCaller;
import java.time.Instant;

/** The read of a page of an HTTP system, over all its calls. Used by one thread. */
final class HttpReading implements SystemCaller {
    private final HttpRead read;
    private final CallState calls = new CallState();
    private final long began = System.nanoTime();
    private Instant horizon;

    HttpReading(HttpRead read) {
        this.read = read;
    }

    HttpRead read() {
        return read;
    }

    @Override
    public CallState calls() {
        return calls;
    }

    /** A look-up is made again with fewer keys. */
    @Override
    public boolean dividesRefused() {
        return read instanceof HttpLookup;
    }

    /** Returns how many nanoseconds it takes so far. */
    long nanos() {
        return System.nanoTime() - began;
    }

    /** Returns when the system was asked, by its own clock, as the last answer says; null if it does not say. */
    Instant horizon() {
        return horizon;
    }

    void answered(Instant asked) {
        horizon = asked;
    }
}
