package dev.syncline.system;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Lets the calls of a run wait, in a way that ends when the run is cancelled. */
public interface CallWaits {
    /**
     * Waits until that moment. The wait ends early, with an exception, when the run is cancelled or its lease is lost,
     * or the program stops.
     *
     * @param run number of the run that the call belongs to
     * @param system that it waits for
     * @param shown whether the run shows that it is waiting
     */
    void await(long run, String system, Instant until, boolean shown);

    /**
     * Waits until the latch is opened, but no longer than until that moment. The wait ends early, with an exception,
     * when the run is cancelled or its lease is lost, or the program stops. The run shows a wait that takes long.
     *
     * @param run number of the run that the call belongs to
     */
    void await(long run, Instant until, CountDownLatch opened);

    /**
     * Watches a call in progress until the result is closed.
     *
     * @param run number of the run that the call belongs to
     * @param call the times that apply to the call
     * @param cutOff ends this call and all others that are watched for the run, when that is cancelled or its lease is
     *     lost; repeated until the call ends
     */
    WatchedCall watch(long run, CallTimes call, Runnable cutOff);
}
