package dev.syncline.system;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Nobody waits; calls are cut off when the test says so. */
public final class NoWaits implements CallWaits {
    private RuntimeException why;

    void cutOff(RuntimeException as) {
        why = as;
    }

    @Override
    public void await(long run, String system, Instant until, boolean shown) {}

    @Override
    public void await(long run, Instant until, CountDownLatch opened) {}

    @Override
    public WatchedCall watch(long run, CallTimes call, Runnable cutOff) {
        return new WatchedCall() {
            @Override
            public RuntimeException why() {
                return why;
            }

            @Override
            public void progressed() {}

            @Override
            public void close() {}
        };
    }
}
