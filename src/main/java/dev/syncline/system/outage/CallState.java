package dev.syncline.system.outage;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Instant;

/** How the calls of one {@link SystemCaller} go. Used by one thread at a time. */
public final class CallState {
    private String system;
    private long run;
    private Outage outage;
    private Outage outageOfLast;
    private boolean isUnrepeatable;
    private boolean isWaitedOut;
    private boolean isPart;

    /** Begins a call for a run; none has failed yet. */
    public void begin(String called, long caller) {
        system = called;
        run = caller;
        outage = null;
    }

    /** The call that is about to be made is for a part of what was refused, or not. */
    public void isForPart(boolean is) {
        isPart = is;
    }

    /** The next call may be repeated as it is. */
    public void mayBeRepeated() {
        isUnrepeatable = false;
    }

    /** The next call must not be repeated as it is; it continues with the patience that the last one left. */
    void mustNotBeRepeated() {
        isUnrepeatable = true;
        outage = outageOfLast;
        outageOfLast = null;
    }

    Outage failed(Instant now, Throwable failure) {
        outage = outage == null ? new Outage(now, 1, failure) : outage.again(failure);
        return outage;
    }

    void waitedOut() {
        isWaitedOut = true;
        outageOfLast = outage;
    }

    /** Returns whether the last call was waited out, once. */
    boolean takeWaitedOut() {
        boolean was = isWaitedOut;
        isWaitedOut = false;
        return was;
    }

    String system() {
        return system;
    }

    long run() {
        return run;
    }

    boolean hasFailed() {
        return outage != null;
    }

    boolean isUnrepeatable() {
        return isUnrepeatable;
    }

    boolean isWaitedOut() {
        return isWaitedOut;
    }

    boolean isPart() {
        return isPart;
    }

    /** @param last what the system did the last time a call went out */
    record Outage(Instant since, int times, Throwable last) {
        private Outage again(Throwable failure) {
            boolean wentOut = !(failure instanceof CallNotPermittedException);
            return new Outage(since, wentOut ? times + 1 : times, wentOut || last == null ? failure : last);
        }
    }
}
