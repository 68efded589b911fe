package dev.syncline.deliver;

import java.util.concurrent.atomic.AtomicInteger;

/** Whether the target took anything of a run: then what it cannot take is the record's fault, not an outage. */
public final class TargetAccepted {
    /** So many records without any that got further, and there is no point in trying the rest. */
    private static final int HOPELESS = 100;

    private final AtomicInteger denied = new AtomicInteger();
    private volatile boolean tookSome;
    private volatile boolean reachedSome;

    boolean tookSome() {
        return tookSome;
    }

    void took() {
        tookSome = true;
    }

    /** A record was refused for a right, a table or a column, and none of its values. */
    void denied() {
        denied.incrementAndGet();
    }

    /** A record was not refused for that. */
    void reached() {
        reachedSome = true;
    }

    /** Whether every record of the run so far was denied, and they are many. */
    boolean isHopeless() {
        return !reachedSome && denied.get() >= HOPELESS;
    }
}
