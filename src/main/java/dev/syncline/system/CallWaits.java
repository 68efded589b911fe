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
     * @param shown whether the run shows that it is waiting
     */
    void await(long run, Instant until, boolean shown);

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
    Watched watch(long run, Call call, Runnable cutOff);

    /**
     * The times that apply to a call in progress.
     *
     * @param heedsFrom from when on the call is cut off if its run is cancelled or its lease is lost
     * @param showsFrom from when on the run shows that it is waiting
     * @param until when the call ends at the latest
     */
    record Call(Instant heedsFrom, Instant showsFrom, Instant until) {}

    /** A call that is being watched. */
    interface Watched extends AutoCloseable {
        /** Reports that the call has completed a part of its work: the times count anew from now. */
        void progressed();

        /** Returns the exception with which the call must fail, as it was cut off; null if it was not. */
        RuntimeException why();

        @Override
        void close();
    }
}
