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
    public void await(long run, Instant until, boolean shown) {}

    @Override
    public void await(long run, Instant until, CountDownLatch opened) {}

    @Override
    public Watched watch(long run, Call call, Runnable cutOff) {
        return new Watched() {
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
