package dev.syncline.reconcile;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** That this process is told to end; who waits for something else hears it at once. */
final class StopSignal {
    private final CountDownLatch given = new CountDownLatch(1);

    void give() {
        given.countDown();
    }

    boolean isGiven() {
        return given.getCount() == 0;
    }

    /** Waits so long, or until it is given. */
    void await(Duration longest) throws InterruptedException {
        given.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }
}
